SELECT e.number, e.at, e.actor, e.command, e.request, e.undoes, e.row_count, e.hash
FROM entry AS e
JOIN entry AS undone ON undone.number = e.undoes
WHERE undone.undoes IS NULL
  AND NOT EXISTS (SELECT 1 FROM entry AS redo WHERE redo.undoes = e.number)
ORDER BY e.number DESC
LIMIT 1
