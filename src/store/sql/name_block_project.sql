SELECT id, 0 AS position, title AS name FROM project WHERE id >= :first AND id <= :last
UNION ALL
SELECT id, 1 AS position, other_title AS name FROM project
WHERE id >= :first AND id <= :last AND other_title <> ''
ORDER BY id, position
