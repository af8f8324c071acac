SELECT 'negotiation' AS kind, id FROM negotiation WHERE delegation_id = :id ORDER BY kind, id
