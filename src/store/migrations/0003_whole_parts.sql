-- Of printed figures: whether the parts of a total are all, and by what they are parts. Of the book:
-- where zones and parks count, where a command does not say it.

ALTER TABLE figure ADD COLUMN whole TEXT;
ALTER TABLE figure ADD COLUMN breakdown TEXT NOT NULL DEFAULT '';
ALTER TABLE book ADD COLUMN zones TEXT;
