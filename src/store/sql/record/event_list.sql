SELECT id
FROM event
WHERE (county_id = :county OR :county IS NULL)
  AND (kind = :kind OR :kind IS NULL)
  AND (on_from >= :from OR :from IS NULL)
  AND (on_until <= :until OR :until IS NULL)
  AND (lower(title) LIKE lower(:text) ESCAPE '\' OR lower(summary) LIKE lower(:text) ESCAPE '\'
       OR lower(note) LIKE lower(:text) ESCAPE '\' OR :text IS NULL)
ORDER BY on_until, on_from, id
