SELECT min(id) AS id FROM {table} WHERE id >= :first
