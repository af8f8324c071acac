SELECT undo.undoes AS number, max(undo.number) AS by_number
FROM entry AS undo
WHERE undo.undoes >= :first AND undo.undoes <= :last
  AND NOT EXISTS (
    SELECT 1 FROM entry AS redo
    WHERE redo.undoes = undo.number
      AND NOT EXISTS (SELECT 1 FROM entry AS again WHERE again.undoes = redo.number))
GROUP BY undo.undoes
