SELECT id, title AS spelling FROM task ORDER BY id
