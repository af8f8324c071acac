SELECT id
FROM project
WHERE county_id = :county
  AND (lower(title) = lower(:title) OR lower(other_title) = lower(:title))
ORDER BY id
LIMIT 1
