SELECT 'task' AS kind, id FROM task WHERE event_id = :id ORDER BY kind, id
