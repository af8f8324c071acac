SELECT kind, max(record_id) AS last
FROM entry_row
GROUP BY kind
ORDER BY kind
