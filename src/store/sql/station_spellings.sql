SELECT id, title AS spelling FROM station
UNION SELECT id, head FROM station WHERE head <> ''
ORDER BY id, spelling
