SELECT max(at) AS at FROM entry WHERE number <= :number
