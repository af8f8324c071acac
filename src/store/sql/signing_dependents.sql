SELECT 'signing' AS kind, id FROM signing WHERE amends_id = :id ORDER BY kind, id
