SELECT kind, record_id, before, after, line
FROM entry_row
WHERE entry = :entry
ORDER BY position
