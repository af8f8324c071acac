SELECT id FROM county WHERE code = :code
