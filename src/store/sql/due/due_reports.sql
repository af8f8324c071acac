SELECT d.id
FROM delegation AS d
WHERE d.status = 'done' AND d.report_filed_from IS NULL
  AND (d.ends_until IS NOT NULL OR (d.starts_until IS NOT NULL AND d.days IS NOT NULL))
ORDER BY d.id
