SELECT id, subject AS spelling FROM negotiation WHERE subject <> ''
UNION SELECT id, summary FROM negotiation WHERE summary <> ''
ORDER BY id, spelling
