SELECT c.id
FROM (SELECT r.id, r.uid, r.revision, r.company_id, r.seal, r.state, coalesce(d.name, '') AS name,
             coalesce(d.post, '') AS post, coalesce(d.phone, '') AS phone,
             coalesce(d.wechat, '') AS wechat, coalesce(d.email, '') AS email,
             coalesce(d.note, '') AS note, coalesce(d.salt, '') AS salt
      FROM contact AS r
      LEFT JOIN personal_contact AS d ON d.record_id = r.id) AS c
WHERE (c.company_id = :company OR :company IS NULL)
  AND (lower(c.name) LIKE lower(:text) ESCAPE '\' OR lower(c.post) LIKE lower(:text) ESCAPE '\'
       OR lower(c.phone) LIKE lower(:text) ESCAPE '\' OR lower(c.wechat) LIKE lower(:text) ESCAPE '\'
       OR lower(c.email) LIKE lower(:text) ESCAPE '\' OR lower(c.note) LIKE lower(:text) ESCAPE '\'
       OR :text IS NULL)
ORDER BY c.company_id, c.id
