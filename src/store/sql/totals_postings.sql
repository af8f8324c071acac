SELECT county_id, step, on_until,
       CASE WHEN on_from = on_until THEN NULL ELSE on_from END AS other_from,
       minor, currency, signing_id, project_id, completes_id
FROM posting
WHERE measure = :measure AND on_until >= :from AND on_until <= :until AND on_from >= :from
ORDER BY on_until, on_from, county_id
