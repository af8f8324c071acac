SELECT c.record_id AS id, c.company_id
FROM negotiation_counterparts AS c
JOIN negotiation AS n ON n.id = c.record_id
WHERE n.on_until >= :from AND n.on_until <= :reach AND n.on_from <= :until
ORDER BY c.record_id, c.position
