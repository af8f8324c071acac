SELECT id FROM report WHERE name = :number
