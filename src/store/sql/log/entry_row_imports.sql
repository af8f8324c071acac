SELECT entry, position, kind, record_id, before, after, line
FROM entry_row
WHERE kind = 'import' AND entry <= :last
ORDER BY entry, position
