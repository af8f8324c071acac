SELECT {key}{columns} FROM {table} WHERE {key} >= :first AND {key} <= :last ORDER BY {key}{order}
