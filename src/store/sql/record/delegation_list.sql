SELECT id
FROM delegation
WHERE (county_id = :county OR :county IS NULL)
  AND (station_id = :station OR :station IS NULL)
  AND (status = :status OR :status IS NULL)
  AND (lower(leader) LIKE lower(:leader) ESCAPE '\' OR :leader IS NULL)
  AND (starts_from >= :from OR :from IS NULL)
  AND (coalesce(ends_until, starts_until) <= :until OR :until IS NULL)
  AND (lower(title) LIKE lower(:text) ESCAPE '\' OR lower(purpose) LIKE lower(:text) ESCAPE '\'
       OR lower(note) LIKE lower(:text) ESCAPE '\' OR :text IS NULL)
ORDER BY starts_from IS NULL, starts_from, id
