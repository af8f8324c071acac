SELECT id, county_id, on_from, on_until
FROM event
WHERE on_until >= :from AND on_until <= :until AND on_from >= :from
ORDER BY id
