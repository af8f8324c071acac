SELECT id, county_id, starts_from AS on_from, starts_until AS on_until, leader
FROM delegation
WHERE starts_until >= :from AND starts_until <= :reach AND starts_from <= :until AND status = 'done'
ORDER BY id
