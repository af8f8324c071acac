SELECT COUNT(DISTINCT m.record_id) AS found
FROM project_moves AS m
WHERE m.stage = 'signed'
  AND m.on_until >= :from
  AND m.on_until <= :until
  AND NOT EXISTS (SELECT 1 FROM posting AS p WHERE p.project_id = m.record_id)
