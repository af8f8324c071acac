SELECT s.id, s.project_id, p.county_id, s.kind, s.on_from, s.on_until, s.amends_id,
       s.amount_minor, s.amount_currency,
       p.planned_investment_minor, p.planned_investment_currency
FROM signing AS s
JOIN project AS p ON p.id = s.project_id
WHERE s.kind <> 'intent_letter'
  AND (s.kind <> 'framework' OR :frameworks = 1)
ORDER BY s.project_id, s.kind = 'supplement', s.on_until, s.on_from, s.id
