SELECT id, name AS spelling FROM program
UNION ALL SELECT id, other_name AS spelling FROM program WHERE other_name <> ''
ORDER BY id
