SELECT id FROM program WHERE name = :number
