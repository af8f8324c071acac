SELECT id
FROM delegation
WHERE county_id = :county
ORDER BY starts_from IS NULL, starts_from DESC, id DESC
LIMIT :most
