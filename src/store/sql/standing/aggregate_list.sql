SELECT id
FROM aggregate
WHERE (county_id = :county OR :county IS NULL)
  AND (indicator = :indicator OR :indicator IS NULL)
  AND (period_from >= :from OR :from IS NULL)
  AND (period_until <= :until OR :until IS NULL)
ORDER BY period_from, period_until, indicator, county_id, id
