SELECT p.id
FROM project AS p
JOIN project_stage AS s ON s.project_id = p.id
WHERE (p.county_id = :county OR :county IS NULL)
  AND (s.stage IN ('signed', 'procedures', 'land_supplied', 'started', 'civil_works_done',
                   'suspended')
       OR :all = 1)
ORDER BY p.id
