SELECT o.county_id, o.project_id, o.signing_id, o.on_from, o.on_until, o.currency,
       p.planned_investment_minor, p.planned_investment_currency,
       p.fixed_assets_minor, p.fixed_assets_currency,
       p.forecast_sales_minor, p.forecast_sales_currency,
       p.forecast_tax_minor, p.forecast_tax_currency,
       p.forecast_jobs, p.land_hundredths
FROM posting AS o
JOIN project AS p ON p.id = o.project_id
WHERE o.measure = 'contract_amount' AND o.on_until >= :from AND o.on_until <= :reach
  AND o.on_from <= :until AND o.step = 'first'
