SELECT i.id
FROM import AS i
WHERE (i.kind = :kind OR :kind IS NULL)
  AND (EXISTS (SELECT 1 FROM entry AS e
               WHERE e.at >= :from
                 AND e.number = (SELECT min(r.entry) FROM entry_row AS r
                                 WHERE r.kind = 'import' AND r.record_id = i.id
                                   AND r.before IS NULL))
       OR :from IS NULL)
  AND (EXISTS (SELECT 1 FROM entry AS e
               WHERE substr(e.at, 1, 10) <= :until
                 AND e.number = (SELECT min(r.entry) FROM entry_row AS r
                                 WHERE r.kind = 'import' AND r.record_id = i.id
                                   AND r.before IS NULL))
       OR :until IS NULL)
  AND (lower(i.file) LIKE lower(:text) ESCAPE '\' OR :text IS NULL)
ORDER BY i.id
