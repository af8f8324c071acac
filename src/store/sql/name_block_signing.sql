SELECT id, 0 AS position, contract_no AS name FROM signing
WHERE id >= :first AND id <= :last AND contract_no <> ''
UNION ALL
SELECT id, 1 AS position, title AS name FROM signing
WHERE id >= :first AND id <= :last AND title <> ''
ORDER BY id, position
