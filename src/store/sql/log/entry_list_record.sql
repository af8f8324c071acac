SELECT number, at, actor, command, request, undoes, row_count, hash
FROM entry
WHERE number IN (SELECT entry FROM entry_row WHERE kind = :kind AND record_id = :record)
ORDER BY number DESC
LIMIT :limit
