SELECT max(id) AS id FROM {table}
