SELECT id
FROM figure
WHERE (lower(area) LIKE lower(:area) ESCAPE '\' OR :area IS NULL)
  AND (period_from >= :from OR :from IS NULL)
  AND (period_until <= :until OR :until IS NULL)
  AND (lower(indicator) LIKE lower(:text) ESCAPE '\' OR lower(printed) LIKE lower(:text) ESCAPE '\'
       OR :text IS NULL)
ORDER BY id
