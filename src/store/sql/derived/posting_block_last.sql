SELECT COALESCE(max(part), -1) AS part
FROM posting_block
