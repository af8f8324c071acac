SELECT 'signing' AS kind, s.id, s.kind AS what, s.on_from, s.on_until
FROM signing AS s
WHERE s.project_id = :project
UNION ALL
SELECT 'negotiation' AS kind, n.id, coalesce(n.outcome, 'exchange') AS what, n.on_from, n.on_until
FROM negotiation AS n
WHERE n.project_id = :project
ORDER BY on_until, on_from, kind, id
