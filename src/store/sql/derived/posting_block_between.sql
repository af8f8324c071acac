SELECT on_until, papers
FROM posting_block
WHERE part = :part AND on_until >= :from AND on_until <= :until
ORDER BY on_until
