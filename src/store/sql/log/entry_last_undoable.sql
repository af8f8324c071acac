SELECT e.number, e.at, e.actor, e.command, e.request, e.undoes, e.row_count, e.hash
FROM entry AS e
WHERE e.undoes IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM entry AS undo
    WHERE undo.undoes = e.number
      AND NOT EXISTS (SELECT 1 FROM entry AS redo WHERE redo.undoes = undo.number))
ORDER BY e.number DESC
LIMIT 1
