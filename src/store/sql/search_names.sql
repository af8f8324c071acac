SELECT 'county' AS kind, id, name AS name FROM county
WHERE instr(lower(name), lower(:text)) > 0 OR instr(lower(english), lower(:text)) > 0
UNION ALL
SELECT 'company' AS kind, id, name AS name FROM company WHERE instr(lower(name), lower(:text)) > 0
UNION ALL
SELECT 'company' AS kind, record_id AS id, value AS name FROM company_aliases
WHERE instr(lower(value), lower(:text)) > 0
UNION ALL
SELECT 'project' AS kind, id, title AS name FROM project WHERE instr(lower(title), lower(:text)) > 0
UNION ALL
SELECT 'project' AS kind, id, other_title AS name FROM project
WHERE other_title <> '' AND instr(lower(other_title), lower(:text)) > 0
UNION ALL
SELECT 'delegation' AS kind, id, title AS name FROM delegation
WHERE instr(lower(title), lower(:text)) > 0 OR instr(lower(leader), lower(:text)) > 0
UNION ALL
SELECT 'negotiation' AS kind, id, CASE WHEN subject = '' THEN summary ELSE subject END AS name
FROM negotiation
WHERE instr(lower(subject), lower(:text)) > 0 OR instr(lower(summary), lower(:text)) > 0
UNION ALL
SELECT 'signing' AS kind, id, contract_no AS name FROM signing
WHERE contract_no <> '' AND instr(lower(contract_no), lower(:text)) > 0
UNION ALL
SELECT 'signing' AS kind, id, title AS name FROM signing
WHERE title <> '' AND instr(lower(title), lower(:text)) > 0
UNION ALL
SELECT 'event' AS kind, id, title AS name FROM event WHERE instr(lower(title), lower(:text)) > 0
UNION ALL
SELECT 'station' AS kind, id, title AS name FROM station WHERE instr(lower(title), lower(:text)) > 0
UNION ALL
SELECT 'task' AS kind, id, title AS name FROM task WHERE instr(lower(title), lower(:text)) > 0
UNION ALL
SELECT 'figure' AS kind, id, indicator AS name FROM figure
WHERE instr(lower(indicator), lower(:text)) > 0 OR instr(lower(printed), lower(:text)) > 0
UNION ALL
SELECT 'program' AS kind, id, name AS name FROM program WHERE instr(lower(name), lower(:text)) > 0
