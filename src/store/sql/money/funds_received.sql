SELECT project_id, amount_minor, amount_currency, on_from, on_until
FROM funds
WHERE project_id >= :first AND project_id <= :last
ORDER BY project_id, on_until, on_from, id
