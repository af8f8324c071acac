SELECT kind, record_id, before, after
FROM entry_row
WHERE entry = :entry
ORDER BY position
