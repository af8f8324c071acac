SELECT min(number) AS number FROM entry WHERE at >= :at
