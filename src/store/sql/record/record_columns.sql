SELECT id, {columns}
FROM {table}
ORDER BY id
