SELECT o.id
FROM outlay AS o
WHERE (o.project_id IN (SELECT p.id FROM project AS p WHERE p.county_id = :county)
       OR :county IS NULL)
  AND (o.project_id = :project OR :project IS NULL)
  AND (o.year_from >= :from OR :from IS NULL)
  AND (o.year_until <= :until OR :until IS NULL)
ORDER BY o.year_from, o.project_id, o.on_until NULLS FIRST, o.on_from NULLS FIRST, o.id
