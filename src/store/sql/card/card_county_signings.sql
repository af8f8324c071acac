SELECT s.id
FROM signing AS s
JOIN project AS p ON p.id = s.project_id
WHERE p.county_id = :county
ORDER BY s.on_until DESC, s.on_from DESC, s.id DESC
LIMIT :most
