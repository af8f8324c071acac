SELECT r.kind, r.record_id AS id
FROM entry AS e
JOIN entry_row AS r ON r.entry = e.number
WHERE e.actor = :actor AND e.row_count <= 100 AND r.after IS NOT NULL
  AND (r.kind = :kind OR :kind IS NULL)
  AND NOT EXISTS (
    SELECT 1 FROM entry_row AS later
    WHERE later.kind = r.kind AND later.record_id = r.record_id AND later.entry > e.number
      AND later.after IS NULL)
ORDER BY e.number DESC, r.position DESC
LIMIT 1
