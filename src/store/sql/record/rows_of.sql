SELECT {key}{columns} FROM {table} WHERE {condition} ORDER BY {key}{order}
