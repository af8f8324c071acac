SELECT stage, since_from, since_until FROM project_stage WHERE project_id = :project
