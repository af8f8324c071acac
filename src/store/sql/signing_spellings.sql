SELECT id, contract_no AS spelling FROM signing WHERE contract_no <> ''
UNION SELECT id, title FROM signing WHERE title <> ''
ORDER BY id, spelling
