SELECT id, source AS spelling FROM target WHERE 1 = 0 ORDER BY id
