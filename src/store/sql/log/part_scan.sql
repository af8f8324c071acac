SELECT record_id, {columns} FROM {table} WHERE record_id >= :first AND record_id <= :last ORDER BY record_id, position
