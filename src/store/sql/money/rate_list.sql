SELECT id
FROM rate
WHERE (currency = :currency OR :currency IS NULL)
  AND (on_from >= :from OR :from IS NULL)
  AND (on_until <= :until OR :until IS NULL)
ORDER BY currency, on_until, id
