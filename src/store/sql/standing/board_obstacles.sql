SELECT id
FROM task
WHERE kind = 'obstacle' AND (closed_on_until IS NULL OR closed_on_from > :day)
  AND project_id >= :first AND project_id <= :last
ORDER BY project_id, due_until IS NULL, due_until, id
