SELECT s.id
FROM signing AS s
JOIN project AS p ON p.id = s.project_id
WHERE (p.county_id = :county OR :county IS NULL)
  AND (s.project_id = :project OR :project IS NULL)
  AND (EXISTS (SELECT 1 FROM signing_parties AS y
               WHERE y.record_id = s.id AND y.company_id = :company)
       OR :company IS NULL)
  AND (s.kind = :kind OR :kind IS NULL)
  AND (s.on_from >= :from OR :from IS NULL)
  AND (s.on_until <= :until OR :until IS NULL)
  AND (lower(s.title) LIKE lower(:text) ESCAPE '\' OR lower(s.contract_no) LIKE lower(:text) ESCAPE '\'
       OR lower(s.ceremony) LIKE lower(:text) ESCAPE '\' OR lower(p.title) LIKE lower(:text) ESCAPE '\'
       OR lower(s.note) LIKE lower(:text) ESCAPE '\' OR :text IS NULL)
ORDER BY s.on_until, s.on_from, s.id
