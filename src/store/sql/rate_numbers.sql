SELECT id, currency || ' ' || on_until AS number FROM rate
