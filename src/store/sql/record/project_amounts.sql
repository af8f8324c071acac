SELECT id, county_id, planned_investment_currency AS currency, planned_investment_minor AS minor
FROM project
WHERE planned_investment_minor IS NOT NULL AND (county_id = :county OR :county IS NULL)
ORDER BY county_id, planned_investment_currency, planned_investment_minor, id
