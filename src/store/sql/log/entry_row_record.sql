SELECT entry, kind, record_id, before, after, line
FROM entry_row
WHERE kind = :kind AND record_id = :record AND entry >= :first AND entry <= :last
ORDER BY entry, position
