SELECT s.id
FROM signing AS s
WHERE (s.project_id IN (SELECT p.id FROM project AS p WHERE p.county_id = :county)
       OR :county IS NULL)
  AND (s.project_id = :project OR :project IS NULL)
  AND (s.id IN (SELECT y.record_id FROM signing_parties AS y WHERE y.company_id = :company)
       OR :company IS NULL)
  AND (s.kind = :kind OR :kind IS NULL)
  AND (s.on_from >= :from OR :from IS NULL)
  AND (s.on_until <= :until OR :until IS NULL)
  AND (lower(s.title) LIKE lower(:text) ESCAPE '\' OR lower(s.contract_no) LIKE lower(:text) ESCAPE '\'
       OR lower(s.ceremony) LIKE lower(:text) ESCAPE '\' OR lower(s.note) LIKE lower(:text) ESCAPE '\'
       OR s.project_id IN (SELECT p.id FROM project AS p
                           WHERE lower(p.title) LIKE lower(:text) ESCAPE '\')
       OR :text IS NULL)
ORDER BY s.on_until, s.on_from, s.id
