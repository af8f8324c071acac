SELECT '{kind}' AS kind, record_id AS id, position, {source} AS source, {names} AS names, {others} AS others
FROM {table}
WHERE record_id >= :first AND record_id <= :last
