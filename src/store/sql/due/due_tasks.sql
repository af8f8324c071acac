SELECT t.id, CAST(CASE WHEN t.kind = 'directive' THEN 1 ELSE 0 END AS BIGINT) AS position, t.due_until AS due,
       t.title AS text, t.owner AS owner,
       coalesce(t.county_id, p.county_id) AS county_id, t.project_id AS project_id,
       t.uid AS uid, CAST(NULL AS BIGINT) AS company_id
FROM task AS t
LEFT JOIN project AS p ON p.id = t.project_id
WHERE t.closed_on_from IS NULL AND t.due_until <= :until
