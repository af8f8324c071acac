SELECT s.id, s.kind, s.on_from, s.on_until, p.title
FROM signing AS s
JOIN project AS p ON p.id = s.project_id
WHERE s.amount_minor IS NULL AND s.kind IN ('contract', 'framework')
  AND NOT EXISTS (SELECT 1 FROM signing AS a WHERE a.amends_id = s.id AND a.amount_minor IS NOT NULL)
ORDER BY s.id
