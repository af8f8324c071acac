SELECT id, {number} AS number FROM {table} WHERE {number} <> ''
