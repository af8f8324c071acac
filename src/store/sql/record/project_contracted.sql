SELECT minor, currency, on_from, on_until
FROM posting
WHERE project_id = :project AND measure = 'contract_amount' AND minor IS NOT NULL
ORDER BY position
