SELECT id, name AS number FROM report
