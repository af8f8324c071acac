SELECT id, name AS number FROM program
