SELECT id, name AS spelling FROM book ORDER BY id
