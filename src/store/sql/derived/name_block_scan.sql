SELECT kind, first_id, names
FROM name_block
WHERE kind = :kind AND first_id >= :first AND first_id <= :last
ORDER BY first_id
