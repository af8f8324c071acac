SELECT number, at, actor, command, request, undoes, row_count, hash
FROM entry
WHERE number > :number AND undoes IS NULL
ORDER BY number
LIMIT 1
