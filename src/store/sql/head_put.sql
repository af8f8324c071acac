UPDATE head SET hash = :hash WHERE id = 1
