SELECT t.id
FROM task AS t
WHERE (t.county_id = :county
       OR (t.county_id IS NULL
           AND t.project_id IN (SELECT p.id FROM project AS p WHERE p.county_id = :county))
       OR :county IS NULL)
  AND (t.project_id = :project OR :project IS NULL)
  AND (t.kind = :kind OR :kind IS NULL)
  AND (lower(t.owner) LIKE lower(:owner) ESCAPE '\' OR :owner IS NULL)
  AND (t.closed_on_until IS NULL OR :open = 'no')
  AND (t.closed_on_until IS NOT NULL OR :closed = 'no')
  AND ((t.closed_on_until IS NULL AND t.due_until < :overdue) OR :overdue IS NULL)
  AND (t.due_from >= :due_from OR :due_from IS NULL)
  AND (t.due_until <= :due_until OR :due_until IS NULL)
  AND (lower(t.title) LIKE lower(:text) ESCAPE '\' OR lower(t.note) LIKE lower(:text) ESCAPE '\'
       OR :text IS NULL)
ORDER BY t.due_until IS NULL, t.due_until, t.id
