SELECT v.record_id AS id, v.company_id
FROM delegation_visits AS v
JOIN delegation AS d ON d.id = v.record_id
WHERE d.starts_until >= :from AND d.starts_until <= :reach AND d.starts_from <= :until
  AND d.status = 'done'
ORDER BY v.record_id, v.position
