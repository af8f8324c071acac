SELECT n.id, n.project_id, n.on_from, n.on_until, n.mode,
       coalesce(n.county_id, p.county_id) AS county_id, d.leader
FROM negotiation AS n
LEFT JOIN project AS p ON p.id = n.project_id
LEFT JOIN delegation AS d ON d.id = n.delegation_id
WHERE n.on_until >= :from AND n.on_until <= :reach AND n.on_from <= :until
ORDER BY n.id
