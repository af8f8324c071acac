SELECT id, name AS spelling FROM map ORDER BY id
