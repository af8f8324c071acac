SELECT n.id
FROM negotiation AS n
WHERE (n.county_id = :county OR :county IS NULL)
  AND (n.station_id = :station OR :station IS NULL)
  AND (n.project_id = :project OR :project IS NULL)
  AND (n.id IN (SELECT c.record_id FROM negotiation_counterparts AS c WHERE c.company_id = :company)
       OR :company IS NULL)
  AND (n.delegation_id = :delegation OR :delegation IS NULL)
  AND (n.outcome = :outcome OR :outcome IS NULL)
  AND (n.mode = :mode OR :mode IS NULL)
  AND (n.on_from >= :from OR :from IS NULL)
  AND (n.on_until <= :until OR :until IS NULL)
  AND (lower(n.subject) LIKE lower(:text) ESCAPE '\' OR lower(n.summary) LIKE lower(:text) ESCAPE '\'
       OR lower(n.note) LIKE lower(:text) ESCAPE '\' OR :text IS NULL)
ORDER BY n.on_until, n.on_from, n.id
