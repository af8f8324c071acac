SELECT entry, kind, record_id, before, after, line
FROM entry_row
WHERE entry >= :first AND entry <= :last
ORDER BY entry, position
