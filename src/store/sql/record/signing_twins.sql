SELECT signing.id,
       signing.kind,
       signing.on_from,
       signing.on_until,
       signing.contract_no,
       signing.amount_minor,
       signing.amount_currency,
       project.county_id,
       project.title
FROM signing
JOIN project ON project.id = signing.project_id
ORDER BY signing.id
