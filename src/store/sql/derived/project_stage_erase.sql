DELETE FROM project_stage WHERE project_id = :project
