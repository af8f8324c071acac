SELECT 'project' AS kind, id FROM project WHERE station_id = :id
UNION SELECT 'delegation' AS kind, id FROM delegation WHERE station_id = :id
UNION SELECT 'negotiation' AS kind, id FROM negotiation WHERE station_id = :id
ORDER BY kind, id
