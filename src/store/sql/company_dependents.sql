SELECT 'project' AS kind, record_id AS id FROM project_investors WHERE company_id = :id
UNION SELECT 'delegation' AS kind, record_id AS id FROM delegation_visits WHERE company_id = :id
UNION SELECT 'negotiation' AS kind, record_id AS id FROM negotiation_counterparts WHERE company_id = :id
UNION SELECT 'signing' AS kind, record_id AS id FROM signing_parties WHERE company_id = :id
UNION SELECT 'funds' AS kind, id FROM funds WHERE company_id = :id
ORDER BY kind, id
