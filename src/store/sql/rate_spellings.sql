SELECT id, currency || ' ' || on_until AS spelling FROM rate ORDER BY id
