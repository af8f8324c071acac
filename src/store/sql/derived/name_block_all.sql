SELECT kind, first_id, names
FROM name_block
