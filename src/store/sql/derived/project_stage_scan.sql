SELECT project_id, stage, since_from, since_until
FROM project_stage
WHERE project_id >= :first AND project_id <= :last
ORDER BY project_id
