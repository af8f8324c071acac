SELECT '{kind}' AS kind, id, 0 AS position, {source} AS source, {names} AS names, {others} AS others
FROM {table}
WHERE id >= :first AND id <= :last
