SELECT DISTINCT record_id AS id
FROM negotiation_promises
WHERE due_from IS NULL AND kept_from IS NULL
ORDER BY record_id
