SELECT n.id, m.position AS position, m.due_until AS due, m.text AS text, m.owner AS owner,
       coalesce(n.county_id, p.county_id) AS county_id, n.project_id AS project_id, n.uid AS uid,
       (SELECT c.company_id FROM negotiation_counterparts AS c
        WHERE c.record_id = n.id AND c.position = 1) AS company_id
FROM negotiation_promises AS m
JOIN negotiation AS n ON n.id = m.record_id
LEFT JOIN project AS p ON p.id = n.project_id
WHERE m.kept_from IS NULL AND (m.due_until <= :until OR m.due_until IS NULL)
