SELECT {key}{columns} FROM {table} WHERE {key} IN ({numbers}) ORDER BY {key}{order}
