SELECT '{kind}' AS kind, id, {columns} FROM {table} WHERE {condition}
