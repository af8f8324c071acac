SELECT id
FROM signing
WHERE kind IN ('framework', 'intent_letter') AND on_from >= :from AND on_from <= :until
ORDER BY on_until, id
