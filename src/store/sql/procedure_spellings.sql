SELECT id, item AS spelling FROM procedure ORDER BY id
