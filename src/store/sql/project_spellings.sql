SELECT id, title AS spelling FROM project
UNION SELECT id, other_title FROM project WHERE other_title <> ''
ORDER BY id, spelling
