SELECT count(*) AS rows FROM entry_row
