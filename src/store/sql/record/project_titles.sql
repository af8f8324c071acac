SELECT id, county_id, title FROM project WHERE (county_id = :county OR :county IS NULL)
UNION ALL
SELECT id, county_id, other_title
FROM project
WHERE other_title <> '' AND (county_id = :county OR :county IS NULL)
ORDER BY id
