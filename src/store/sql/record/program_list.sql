SELECT id
FROM program
WHERE (lower(name) LIKE lower(:text) ESCAPE '\' OR lower(note) LIKE lower(:text) ESCAPE '\'
       OR lower(other_name) LIKE lower(:text) ESCAPE '\' OR lower(content) LIKE lower(:text) ESCAPE '\'
       OR :text IS NULL)
ORDER BY id
