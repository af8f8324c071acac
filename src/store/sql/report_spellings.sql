SELECT id, name AS spelling FROM report ORDER BY id
