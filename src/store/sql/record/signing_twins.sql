SELECT signing.id,
       signing.kind,
       signing.phase,
       signing.amount_minor,
       signing.amount_currency,
       project.county_id,
       project.title,
       coalesce(party.company_id, investor.company_id) AS company_id
FROM signing
JOIN project ON project.id = signing.project_id
LEFT JOIN signing_parties AS party ON party.record_id = signing.id AND party.position = 1
LEFT JOIN project_investors AS investor ON investor.record_id = project.id AND investor.position = 1
ORDER BY signing.id
