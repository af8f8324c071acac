SELECT id FROM rate WHERE currency = substr(:number, 1, 3) AND on_until = substr(:number, 5)
