SELECT id FROM county WHERE host_id = :county ORDER BY id
