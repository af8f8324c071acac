SELECT r.id
FROM procedure AS r
WHERE (r.project_id IN (SELECT p.id FROM project AS p WHERE p.county_id = :county)
       OR :county IS NULL)
  AND (r.project_id = :project OR :project IS NULL)
  AND (lower(r.department) LIKE lower(:department) ESCAPE '\' OR :department IS NULL)
  AND (r.mechanism = :mechanism OR :mechanism IS NULL)
  AND (r.granted_until IS NULL OR :open = 'no')
  AND (lower(r.item) LIKE lower(:text) ESCAPE '\' OR lower(r.note) LIKE lower(:text) ESCAPE '\'
       OR :text IS NULL)
ORDER BY r.project_id, r.submitted_until IS NULL, r.submitted_until, r.id
