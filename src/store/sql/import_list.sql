SELECT import.id
FROM import
JOIN entry_row ON entry_row.kind = 'import' AND entry_row.record_id = import.id
              AND entry_row.before IS NULL
JOIN entry ON entry.number = entry_row.entry
WHERE (import.kind = :kind OR :kind IS NULL)
  AND (entry.at >= :from OR :from IS NULL)
  AND (substr(entry.at, 1, 10) <= :until OR :until IS NULL)
  AND (lower(import.file) LIKE lower(:text) ESCAPE '\' OR :text IS NULL)
ORDER BY import.id
