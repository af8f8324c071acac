SELECT id, project_id, year_from, year_until, planned_minor, planned_currency, done_minor, done_currency,
       on_from, on_until
FROM outlay
WHERE project_id >= :first AND project_id <= :last
ORDER BY project_id, year_from, on_until NULLS FIRST, on_from NULLS FIRST, id
