SELECT id, {column} AS spelling FROM {table} WHERE {column} <> ''
