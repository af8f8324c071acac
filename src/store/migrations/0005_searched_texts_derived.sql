-- The blocks of names hold all texts of their records, in Simplified characters: they are made anew.

DELETE FROM name_block;
