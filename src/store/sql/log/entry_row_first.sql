SELECT kind, record_id, before, after, line
FROM entry_row
WHERE entry = :entry
ORDER BY CASE WHEN kind = 'import' THEN 0 ELSE 1 END, position
LIMIT :limit
