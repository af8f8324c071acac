SELECT record_id
FROM {table}
WHERE record_id NOT IN (SELECT id FROM {records})
ORDER BY record_id
