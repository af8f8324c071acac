SELECT t.id
FROM task AS t
LEFT JOIN project AS p ON p.id = t.project_id
WHERE coalesce(t.county_id, p.county_id) = :county AND t.closed_on_until IS NULL
ORDER BY t.due_until IS NULL, t.due_until, t.id
LIMIT :most
