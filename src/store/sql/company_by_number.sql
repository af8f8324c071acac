SELECT id FROM company WHERE credit_code = :number
