SELECT id, county_id, on_from, on_until
FROM event
WHERE on_until >= :from AND on_until <= :reach AND on_from <= :until
ORDER BY id
