DELETE FROM project_stage WHERE project_id >= :first AND project_id <= :last
