SELECT id, code
FROM county
ORDER BY code = '', code, id
