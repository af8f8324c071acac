SELECT kind, record_id, before, after, line
FROM entry_row
WHERE entry = :entry AND position >= :first AND position <= :last
ORDER BY position
