SELECT project_id, signing_id, county_id, measure, step, on_from, on_until, minor, currency,
       completes_id
FROM posting
WHERE measure = 'contract_amount' AND on_until >= :from AND on_until <= :reach AND on_from <= :until
ORDER BY on_until, project_id, position
