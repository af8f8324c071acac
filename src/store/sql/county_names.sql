SELECT id, name, english
FROM county
