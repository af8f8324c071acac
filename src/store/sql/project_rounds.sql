SELECT id, round
FROM negotiation
WHERE project_id = :project
ORDER BY on_until, on_from, id
