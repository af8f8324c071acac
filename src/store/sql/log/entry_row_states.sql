SELECT record_id, after
FROM entry_row
WHERE kind = :kind AND entry <= :last
ORDER BY record_id, entry, position
