SELECT 'county' AS kind, id FROM county WHERE host_id = :id
UNION SELECT 'project' AS kind, id FROM project WHERE county_id = :id OR first_contact_id = :id
UNION SELECT 'delegation' AS kind, id FROM delegation WHERE county_id = :id
UNION SELECT 'negotiation' AS kind, id FROM negotiation WHERE county_id = :id
UNION SELECT 'event' AS kind, id FROM event WHERE county_id = :id
UNION SELECT 'task' AS kind, id FROM task WHERE county_id = :id
UNION SELECT 'target' AS kind, id FROM target WHERE county_id = :id
UNION SELECT 'credit' AS kind, id FROM credit WHERE from_county_id = :id OR to_county_id = :id
ORDER BY kind, id
