SELECT id
FROM report
WHERE (lower(name) LIKE lower(:text) ESCAPE '\' OR lower(note) LIKE lower(:text) ESCAPE '\'
       OR :text IS NULL)
ORDER BY id
