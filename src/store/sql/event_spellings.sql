SELECT id, title AS spelling FROM event ORDER BY id
