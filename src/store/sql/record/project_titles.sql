SELECT id, county_id, title FROM project
UNION ALL
SELECT id, county_id, other_title FROM project WHERE other_title <> ''
ORDER BY id
