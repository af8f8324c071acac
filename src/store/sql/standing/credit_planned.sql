SELECT o.project_id, o.signing_id, o.county_id, o.measure, o.step, o.on_from, o.on_until,
       p.planned_investment_minor AS minor, p.planned_investment_currency AS currency,
       o.completes_id
FROM posting AS o
JOIN project AS p ON p.id = o.project_id
WHERE o.measure = 'contract_amount' AND o.step = 'first'
  AND o.on_until >= :from AND o.on_until <= :reach AND o.on_from <= :until
ORDER BY o.on_until, o.on_from, o.project_id, o.position
