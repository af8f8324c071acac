SELECT id
FROM signing
WHERE project_id >= :first AND project_id <= :last
ORDER BY id
