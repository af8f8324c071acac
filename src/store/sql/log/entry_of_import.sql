SELECT min(entry) AS entry
FROM entry_row
WHERE kind = 'import' AND record_id = :import AND before IS NULL
