UPDATE head SET number = :number, hash = :hash WHERE id = 1
