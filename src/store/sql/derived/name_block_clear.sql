DELETE FROM name_block WHERE kind = :kind AND first_id >= :first AND first_id <= :last
