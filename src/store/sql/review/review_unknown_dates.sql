SELECT 1 AS place, 'signing' AS kind, s.id, p.title AS name, s.on_from, s.on_until
FROM signing AS s
JOIN project AS p ON p.id = s.project_id
WHERE substr(s.on_from, 1, 7) <> substr(s.on_until, 1, 7)
UNION ALL
SELECT 2 AS place, 'funds' AS kind, f.id, p.title AS name, f.on_from, f.on_until
FROM funds AS f
JOIN project AS p ON p.id = f.project_id
WHERE substr(f.on_from, 1, 7) <> substr(f.on_until, 1, 7)
UNION ALL
SELECT 3 AS place, 'negotiation' AS kind, id, subject AS name, on_from, on_until
FROM negotiation
WHERE substr(on_from, 1, 7) <> substr(on_until, 1, 7)
UNION ALL
SELECT 4 AS place, 'delegation' AS kind, id, title AS name, starts_from AS on_from, starts_until AS on_until
FROM delegation
WHERE status = 'done'
  AND (starts_from IS NULL OR substr(starts_from, 1, 7) <> substr(starts_until, 1, 7))
UNION ALL
SELECT 5 AS place, 'event' AS kind, id, title AS name, on_from, on_until
FROM event
WHERE substr(on_from, 1, 7) <> substr(on_until, 1, 7)
ORDER BY place, id
