SELECT id, title AS spelling FROM station ORDER BY id
