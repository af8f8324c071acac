SELECT id
FROM target
WHERE coalesce(county_id, 0) || ' ' || period_from || ' ' || period_until || ' ' || indicator
      = :number
