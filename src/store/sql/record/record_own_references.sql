SELECT id, {column} AS refers FROM {table} WHERE {column} > 0
