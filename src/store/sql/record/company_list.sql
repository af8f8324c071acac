SELECT c.id
FROM company AS c
WHERE (c.kind = :kind OR :kind IS NULL)
  AND (EXISTS (SELECT 1 FROM company_flags AS f
               WHERE f.record_id = c.id AND lower(f.value) LIKE lower(:flag) ESCAPE '\')
       OR :flag IS NULL)
  AND (lower(c.home) LIKE lower(:home) ESCAPE '\' OR :home IS NULL)
  AND (lower(c.name) LIKE lower(:text) ESCAPE '\' OR lower(c.note) LIKE lower(:text) ESCAPE '\'
       OR EXISTS (SELECT 1 FROM company_aliases AS a
                  WHERE a.record_id = c.id AND lower(a.value) LIKE lower(:text) ESCAPE '\')
       OR :text IS NULL)
ORDER BY c.id
