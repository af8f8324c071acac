SELECT p.id, CAST(0 AS BIGINT) AS position, p.planned_start_until AS due, p.title AS text, p.leader AS owner,
       p.county_id AS county_id, p.id AS project_id, p.uid AS uid, CAST(NULL AS BIGINT) AS company_id
FROM project AS p
JOIN project_stage AS s ON s.project_id = p.id
WHERE p.planned_start_until <= :until
  AND s.stage IN ('lead', 'valid_lead', 'negotiating', 'intent', 'signed', 'procedures', 'land_supplied')
UNION ALL
SELECT p.id, CAST(1 AS BIGINT), p.planned_completion_until, p.title, p.leader, p.county_id, p.id, p.uid, CAST(NULL AS BIGINT)
FROM project AS p
JOIN project_stage AS s ON s.project_id = p.id
WHERE p.planned_completion_until <= :until
  AND s.stage NOT IN ('completed', 'in_production', 'at_capacity', 'suspended', 'terminated')
UNION ALL
SELECT p.id, CAST(2 AS BIGINT), p.planned_production_until, p.title, p.leader, p.county_id, p.id, p.uid, CAST(NULL AS BIGINT)
FROM project AS p
JOIN project_stage AS s ON s.project_id = p.id
WHERE p.planned_production_until <= :until
  AND s.stage NOT IN ('in_production', 'at_capacity', 'suspended', 'terminated')
