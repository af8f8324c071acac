WITH RECURSIVE chain (first_id, id) AS (
  SELECT id AS first_id, id FROM signing WHERE {condition}
  UNION
  SELECT c.first_id, s.id FROM chain AS c JOIN signing AS s ON s.amends_id = c.id
)
SELECT c.first_id, s.id, s.amends_id, s.on_from, s.on_until, s.amount_minor, s.amount_currency,
       s.amount_qualifier
FROM chain AS c
JOIN signing AS s ON s.id = c.id
WHERE s.amends_id IS NOT NULL
ORDER BY c.first_id, s.on_until, s.on_from, s.id
