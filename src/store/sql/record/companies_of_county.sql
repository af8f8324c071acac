SELECT i.company_id AS id
FROM project AS p
JOIN project_investors AS i ON i.record_id = p.id
WHERE p.county_id = :county
UNION
SELECT c.company_id AS id
FROM negotiation AS n
JOIN negotiation_counterparts AS c ON c.record_id = n.id
WHERE n.county_id = :county
UNION
SELECT s.company_id AS id
FROM project AS p
JOIN signing AS g ON g.project_id = p.id
JOIN signing_parties AS s ON s.record_id = g.id
WHERE p.county_id = :county
