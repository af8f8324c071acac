-- What is derived is made anew, one table in another form.
DELETE FROM project_stage;
DELETE FROM posting;
DELETE FROM name_block;
DROP TABLE posting_block;
CREATE TABLE posting_block (
  part BIGINT NOT NULL,
  on_until TEXT NOT NULL,
  papers TEXT NOT NULL,
  later TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (part, on_until)
);
