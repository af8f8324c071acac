SELECT project_id, position, signing_id, county_id, measure, step, on_from, on_until, minor, currency,
       completes_id
FROM posting
WHERE project_id >= :first AND project_id <= :last
ORDER BY project_id, position
