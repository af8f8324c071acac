SELECT max(number) AS number FROM entry
