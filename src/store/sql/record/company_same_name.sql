SELECT id, name AS spelling FROM company
WHERE lower(name) LIKE lower(:fragment) ESCAPE '\'
UNION
SELECT record_id AS id, value FROM company_aliases
WHERE lower(value) LIKE lower(:fragment) ESCAPE '\'
ORDER BY id, spelling
