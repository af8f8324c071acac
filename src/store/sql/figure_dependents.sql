SELECT 'figure' AS kind, id FROM figure WHERE part_of_id = :id
ORDER BY kind, id
