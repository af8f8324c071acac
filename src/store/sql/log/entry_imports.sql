SELECT number, at, actor, command, request, undoes, row_count, hash
FROM entry
WHERE number <= :last AND number IN (SELECT entry FROM entry_row WHERE kind = 'import')
ORDER BY number
