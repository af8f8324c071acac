SELECT id FROM {table} WHERE {number} = :number
