SELECT '{kind}' AS kind, {id} AS id FROM {table} WHERE {column} = :id
