SELECT n.id, n.on_from, n.on_until, d.id AS trip, d.title, d.starts_from, d.starts_until,
       d.ends_from, d.ends_until
FROM negotiation AS n
JOIN delegation AS d ON d.id = n.delegation_id
WHERE n.on_until < d.starts_from OR n.on_from > d.ends_until
ORDER BY n.id
