SELECT s.id, s.project_id, p.county_id, s.kind, s.on_from, s.on_until, s.amends_id,
       s.amount_minor, s.amount_currency, s.outside_amount_minor, s.outside_amount_currency
FROM signing AS s
JOIN project AS p ON p.id = s.project_id
WHERE s.project_id >= :first AND s.project_id <= :last
  AND s.kind <> 'intent_letter'
  AND (s.kind <> 'framework' OR :frameworks = 1)
ORDER BY s.project_id, s.kind = 'supplement', s.on_until, s.on_from, s.id
