-- A column of a record, a number that may be unknown, and a table of its own.
ALTER TABLE company ADD COLUMN website TEXT NOT NULL DEFAULT '';
ALTER TABLE company ADD COLUMN staff BIGINT CHECK (staff >= 0);
ALTER TABLE project_phases ADD COLUMN builder_id BIGINT REFERENCES company (id);

CREATE TABLE visitor (
  id BIGINT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  company_id BIGINT REFERENCES company (id)
);
CREATE INDEX visitor_company ON visitor (company_id);
