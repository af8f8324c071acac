SELECT id, 0 AS position, name AS name FROM company WHERE id >= :first AND id <= :last
UNION ALL
SELECT record_id AS id, position, value AS name FROM company_aliases
WHERE record_id >= :first AND record_id <= :last
ORDER BY id, position
