SELECT id
FROM credit
WHERE (from_county_id = :county OR to_county_id = :county OR :county IS NULL)
  AND (project_id = :project OR :project IS NULL)
  AND (on_from >= :from OR :from IS NULL)
  AND (on_until <= :until OR :until IS NULL)
ORDER BY on_until, on_from, id
