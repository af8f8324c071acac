SELECT id, code, city
FROM county
ORDER BY code = '', code, id
