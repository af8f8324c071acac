WITH RECURSIVE above (id) AS (
  SELECT s.id FROM signing AS s WHERE s.id = :id
  UNION
  SELECT s.amends_id FROM above AS a JOIN signing AS s ON s.id = a.id WHERE s.amends_id IS NOT NULL
), family (id) AS (
  SELECT a.id FROM above AS a
  UNION
  SELECT s.id FROM family AS f JOIN signing AS s ON s.amends_id = f.id
)
SELECT f.id FROM family AS f ORDER BY f.id
