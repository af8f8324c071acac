SELECT id, mode
FROM signing
WHERE project_id >= :first AND project_id <= :last AND mode IS NOT NULL
