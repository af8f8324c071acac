SELECT id, project_id, county_id, on_from, on_until
FROM negotiation
WHERE project_id >= :first AND project_id <= :last AND county_id IS NOT NULL
ORDER BY project_id, on_until, on_from, id
