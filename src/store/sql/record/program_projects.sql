SELECT m.record_id AS id
FROM project_programs AS m
WHERE m.value = :name OR (m.value = :other_name AND :other_name <> '')
GROUP BY m.record_id
ORDER BY id
