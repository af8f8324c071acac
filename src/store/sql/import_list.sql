SELECT import.id
FROM import
JOIN entry ON entry.number = (SELECT min(r.entry) FROM entry_row AS r
                              WHERE r.kind = 'import' AND r.record_id = import.id
                                AND r.before IS NULL)
WHERE (import.kind = :kind OR :kind IS NULL)
  AND (entry.at >= :from OR :from IS NULL)
  AND (substr(entry.at, 1, 10) <= :until OR :until IS NULL)
  AND (lower(import.file) LIKE lower(:text) ESCAPE '\' OR :text IS NULL)
ORDER BY import.id
