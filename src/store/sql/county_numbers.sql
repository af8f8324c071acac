SELECT id, code AS number FROM county WHERE code <> ''
