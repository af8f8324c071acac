SELECT currency, on_until, cny_e10, source
FROM rate
ORDER BY currency, on_until
