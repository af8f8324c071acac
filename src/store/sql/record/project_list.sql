SELECT p.id
FROM project AS p
WHERE (p.county_id = :county OR :county IS NULL)
  AND (p.station_id = :station OR :station IS NULL)
  AND (p.id IN (SELECT s.project_id FROM project_stage AS s WHERE s.stage = :stage)
       OR :stage IS NULL)
  AND (p.id IN (SELECT i.record_id FROM project_investors AS i WHERE i.company_id = :company)
       OR :company IS NULL)
  AND (lower(p.chain) LIKE lower(:chain) ESCAPE '\' OR :chain IS NULL)
  AND (lower(p.leader) LIKE lower(:leader) ESCAPE '\' OR :leader IS NULL)
  AND (EXISTS (SELECT 1 FROM project_programs AS m
               WHERE m.record_id = p.id AND lower(m.value) LIKE lower(:program) ESCAPE '\')
       OR :program IS NULL)
  AND (lower(p.title) LIKE lower(:text) ESCAPE '\' OR lower(p.other_title) LIKE lower(:text) ESCAPE '\'
       OR lower(p.content) LIKE lower(:text) ESCAPE '\' OR lower(p.note) LIKE lower(:text) ESCAPE '\'
       OR :text IS NULL)
ORDER BY p.id
