SELECT number, at, actor, command, request, undoes, row_count, hash
FROM entry
ORDER BY number DESC
LIMIT :limit
