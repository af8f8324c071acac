SELECT s.id
FROM signing AS s
WHERE s.project_id IN (SELECT n.project_id FROM negotiation AS n WHERE n.delegation_id = :trip)
  AND s.on_from >= :first AND s.on_until <= :last
ORDER BY s.on_until, s.id
