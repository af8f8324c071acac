SELECT 'county' AS kind, id, name AS name, english AS other FROM county
UNION ALL
SELECT 'delegation' AS kind, id, title AS name, leader AS other FROM delegation
UNION ALL
SELECT 'negotiation' AS kind, id, subject AS name, summary AS other FROM negotiation
UNION ALL
SELECT 'event' AS kind, id, title AS name, '' AS other FROM event
UNION ALL
SELECT 'station' AS kind, id, title AS name, '' AS other FROM station
UNION ALL
SELECT 'task' AS kind, id, title AS name, '' AS other FROM task
UNION ALL
SELECT 'figure' AS kind, id, indicator AS name, printed AS other FROM figure
UNION ALL
SELECT 'program' AS kind, id, name AS name, '' AS other FROM program
