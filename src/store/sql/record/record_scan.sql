SELECT id, {columns} FROM {table} WHERE id >= :first AND id <= :last ORDER BY id
