SELECT record_id AS id, value AS spelling FROM {table}
