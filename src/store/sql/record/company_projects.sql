SELECT record_id AS id FROM project_investors WHERE company_id = :company ORDER BY record_id
