SELECT 'negotiation' AS kind, id FROM negotiation WHERE project_id = :id
UNION SELECT 'signing' AS kind, id FROM signing WHERE project_id = :id
UNION SELECT 'event' AS kind, record_id AS id FROM event_projects WHERE project_id = :id
UNION SELECT 'task' AS kind, id FROM task WHERE project_id = :id
UNION SELECT 'procedure' AS kind, id FROM procedure WHERE project_id = :id
UNION SELECT 'funds' AS kind, id FROM funds WHERE project_id = :id
UNION SELECT 'credit' AS kind, id FROM credit WHERE project_id = :id
ORDER BY kind, id
