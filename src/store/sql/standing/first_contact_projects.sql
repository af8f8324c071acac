SELECT id, county_id, first_contact_id, lead_on_from, lead_on_until
FROM project
WHERE id >= :first AND id <= :last
ORDER BY id
