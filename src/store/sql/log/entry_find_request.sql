SELECT number, at, actor, command, request, undoes, row_count, hash
FROM entry
WHERE request = :request
