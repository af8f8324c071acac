SELECT id FROM signing WHERE amends_id = :id ORDER BY on_until, on_from, id
