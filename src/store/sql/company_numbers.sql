SELECT id, credit_code AS number FROM company WHERE credit_code <> ''
