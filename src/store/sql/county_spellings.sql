SELECT id, name AS spelling FROM county
UNION SELECT id, code FROM county WHERE code <> ''
UNION SELECT id, short_name FROM county WHERE short_name <> ''
UNION SELECT id, english FROM county WHERE english <> ''
UNION SELECT id, pinyin FROM county WHERE pinyin <> ''
UNION SELECT id, replace(pinyin, ' ', '') FROM county WHERE pinyin <> ''
ORDER BY id, spelling
