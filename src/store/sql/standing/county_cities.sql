SELECT id, code, city
FROM county
ORDER BY id
