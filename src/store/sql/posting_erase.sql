DELETE FROM posting WHERE project_id = :project
