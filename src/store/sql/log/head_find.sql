SELECT number, hash FROM head WHERE id = 1
