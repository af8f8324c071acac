SELECT n.id, CAST(0 AS BIGINT) AS position, n.next_due_until AS due, n.next_step AS text, '' AS owner,
       coalesce(n.county_id, p.county_id) AS county_id, n.project_id AS project_id, n.uid AS uid,
       (SELECT c.company_id FROM negotiation_counterparts AS c
        WHERE c.record_id = n.id AND c.position = 1) AS company_id
FROM negotiation AS n
LEFT JOIN project AS p ON p.id = n.project_id
LEFT JOIN project_stage AS s ON s.project_id = n.project_id
WHERE n.next_due_until <= :until
  AND (n.outcome IS NULL OR n.outcome <> 'broken_off')
  AND (s.stage IS NULL OR s.stage <> 'terminated')
  AND NOT EXISTS (SELECT 1 FROM negotiation AS later
                  WHERE later.project_id = n.project_id AND later.next_step <> ''
                    AND (later.on_from > n.on_until OR (later.on_from = n.on_from AND later.id > n.id)))
  AND (n.project_id IS NOT NULL
       OR NOT EXISTS (SELECT 1 FROM negotiation_counterparts AS met
                      JOIN negotiation_counterparts AS again ON again.company_id = met.company_id
                      JOIN negotiation AS later ON later.id = again.record_id
                      WHERE met.record_id = n.id AND later.next_step <> ''
                        AND (later.on_from > n.on_until
                             OR (later.on_from = n.on_from AND later.id > n.id))))
