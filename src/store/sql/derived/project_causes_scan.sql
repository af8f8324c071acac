SELECT 'signing' AS kind, s.project_id, s.id, s.kind AS what, s.on_from, s.on_until
FROM signing AS s
WHERE s.project_id >= :first AND s.project_id <= :last
UNION ALL
SELECT 'negotiation' AS kind, n.project_id, n.id, coalesce(n.outcome, 'exchange') AS what,
       n.on_from, n.on_until
FROM negotiation AS n
WHERE n.project_id >= :first AND n.project_id <= :last
