SELECT id
FROM station
WHERE (lower(title) LIKE lower(:text) ESCAPE '\' OR lower(place) LIKE lower(:text) ESCAPE '\'
       OR lower(head) LIKE lower(:text) ESCAPE '\' OR :text IS NULL)
ORDER BY id
