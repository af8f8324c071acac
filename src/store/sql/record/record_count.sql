SELECT count(*) AS count FROM {table}
