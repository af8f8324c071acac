SELECT {columns} FROM {table} WHERE record_id = :id
