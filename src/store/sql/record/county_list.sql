SELECT id
FROM county
WHERE (kind = :kind OR :kind IS NULL)
  AND (lower(name) LIKE lower(:text) ESCAPE '\' OR lower(english) LIKE lower(:text) ESCAPE '\'
       OR lower(note) LIKE lower(:text) ESCAPE '\' OR :text IS NULL)
ORDER BY code = '', code, id
