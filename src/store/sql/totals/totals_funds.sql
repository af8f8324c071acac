SELECT id, project_id, on_from, on_until, amount_minor, amount_currency, capital
FROM funds
WHERE project_id >= :first AND project_id <= :last
ORDER BY project_id, on_until, on_from, id
