SELECT max(undo.number) AS number
FROM entry AS undo
WHERE undo.undoes = :number
  AND NOT EXISTS (
    SELECT 1 FROM entry AS redo
    WHERE redo.undoes = undo.number
      AND NOT EXISTS (SELECT 1 FROM entry AS again WHERE again.undoes = redo.number))
