SELECT id, title AS spelling FROM delegation
UNION SELECT id, leader FROM delegation WHERE leader <> ''
ORDER BY id, spelling
