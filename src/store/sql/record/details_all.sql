SELECT {columns} FROM {table} ORDER BY record_id
