SELECT signing.id, project.county_id, signing.amount_currency AS currency,
       signing.amount_minor AS minor
FROM signing
JOIN project ON project.id = signing.project_id
WHERE signing.amount_minor IS NOT NULL AND (project.county_id = :county OR :county IS NULL)
ORDER BY project.county_id, signing.amount_currency, signing.amount_minor, signing.id
