SELECT id, {columns} FROM {table} WHERE id = :id
