SELECT id
FROM negotiation
WHERE county_id = :county
ORDER BY on_until DESC, on_from DESC, id DESC
LIMIT :most
