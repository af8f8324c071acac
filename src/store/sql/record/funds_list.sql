SELECT f.id
FROM funds AS f
WHERE (f.project_id IN (SELECT p.id FROM project AS p WHERE p.county_id = :county)
       OR :county IS NULL)
  AND (f.project_id = :project OR :project IS NULL)
  AND (f.capital = :capital OR :capital IS NULL)
  AND (f.on_from >= :from OR :from IS NULL)
  AND (f.on_until <= :until OR :until IS NULL)
  AND (lower(f.evidence) LIKE lower(:text) ESCAPE '\' OR lower(f.note) LIKE lower(:text) ESCAPE '\'
       OR :text IS NULL)
ORDER BY f.on_until, f.on_from, f.id
