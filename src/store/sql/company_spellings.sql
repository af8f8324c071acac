SELECT id, name AS spelling FROM company
UNION SELECT id, credit_code FROM company WHERE credit_code <> ''
UNION SELECT record_id AS id, value FROM company_aliases
ORDER BY id, spelling
