SELECT id FROM county WHERE code = :number
