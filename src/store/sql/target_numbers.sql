SELECT id,
       coalesce(county_id, 0) || ' ' || period_from || ' ' || period_until || ' ' || indicator
       AS number
FROM target
