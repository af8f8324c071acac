SELECT number, at, actor, command, request, undoes, row_count, hash
FROM entry
WHERE number >= :first AND number <= :last
ORDER BY number
