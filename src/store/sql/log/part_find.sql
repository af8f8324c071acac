SELECT record_id, {columns} FROM {table} WHERE record_id = :id ORDER BY position
