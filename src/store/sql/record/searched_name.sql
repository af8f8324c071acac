SELECT id, {position} AS position, {column} AS name
FROM {table}
WHERE id >= :first AND id <= :last AND {column} <> ''
