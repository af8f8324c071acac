SELECT part, on_until, papers
FROM posting_block
ORDER BY part, on_until
