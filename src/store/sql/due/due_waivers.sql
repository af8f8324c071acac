SELECT p.id, w.position AS position, w.until_until AS due, w.reason AS text, p.leader AS owner,
       p.county_id AS county_id, p.id AS project_id,
       p.uid AS uid, CAST(NULL AS BIGINT) AS company_id
FROM project_waivers AS w
JOIN project AS p ON p.id = w.record_id
JOIN project_stage AS s ON s.project_id = p.id
WHERE w.until_until >= :today AND w.until_until <= :until
  AND s.stage NOT IN ('completed', 'in_production', 'at_capacity', 'terminated')
