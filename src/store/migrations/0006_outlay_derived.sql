-- What a project is to invest in a year and has invested by a day, a record a report; and what a county
-- reports as a sum without the projects it is made of. What a project came to on the day on which it was
-- ended counts from now on, so that stages are made anew.

CREATE TABLE outlay (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  project_id BIGINT NOT NULL REFERENCES project (id),
  year_from TEXT NOT NULL,
  year_until TEXT NOT NULL,
  planned_minor BIGINT CHECK (planned_minor >= 0),
  planned_currency TEXT,
  planned_qualifier TEXT,
  done_minor BIGINT CHECK (done_minor >= 0),
  done_currency TEXT,
  done_qualifier TEXT,
  on_from TEXT,
  on_until TEXT,
  source TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX outlay_project ON outlay (project_id, year_from);

CREATE TABLE aggregate (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  county_id BIGINT NOT NULL REFERENCES county (id),
  period_from TEXT NOT NULL,
  period_until TEXT NOT NULL,
  indicator TEXT NOT NULL,
  count BIGINT CHECK (count >= 0),
  amount_minor BIGINT CHECK (amount_minor >= 0),
  amount_currency TEXT,
  amount_qualifier TEXT,
  content TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX aggregate_county ON aggregate (county_id);

-- Moves to signed are looked for where signed papers are counted.
CREATE INDEX project_moves_stage ON project_moves (stage, on_until);
