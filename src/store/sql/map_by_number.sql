SELECT id FROM map WHERE name = :number
