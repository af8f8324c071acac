SELECT s.id, s.kind, s.on_from, s.on_until, p.title, c.id AS zone, c.name
FROM signing AS s
JOIN project AS p ON p.id = s.project_id
JOIN county AS c ON c.id = p.county_id
WHERE s.kind IN ('contract', 'framework') AND c.kind IN ('zone', 'park') AND c.host_id IS NULL
ORDER BY s.id
