SELECT s.stage, count(*) AS projects
FROM project_stage AS s
JOIN project AS p ON p.id = s.project_id
WHERE p.county_id = :county
GROUP BY s.stage
