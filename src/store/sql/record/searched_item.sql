SELECT record_id AS id, position, value AS name
FROM {table}
WHERE record_id >= :first AND record_id <= :last
