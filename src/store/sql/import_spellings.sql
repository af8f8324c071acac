SELECT id, file AS spelling FROM import ORDER BY id
