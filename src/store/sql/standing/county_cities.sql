SELECT id, code, city, kind, host_id
FROM county
ORDER BY id
