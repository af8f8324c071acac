-- The first book. BIGINT and TEXT columns only, so that every engine holds the same values.
-- A date is two columns: the first and the last day it can mean. An amount is three: minor units,
-- currency and how exact it was stated. Parts of a record lie in tables of their own, in order.

CREATE TABLE counter (
  kind TEXT PRIMARY KEY,
  last BIGINT NOT NULL CHECK (last >= 0)
);

-- The head of the change log. Its one row is what every write takes first.
CREATE TABLE head (
  id BIGINT PRIMARY KEY CHECK (id = 1),
  number BIGINT NOT NULL CHECK (number >= 0),
  hash TEXT NOT NULL
);
INSERT INTO head (id, number, hash) VALUES (1, 0, '');

-- One entry a command; the hash covers the entry, its rows and the hash before it.
CREATE TABLE entry (
  number BIGINT PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  command TEXT NOT NULL,
  request TEXT NOT NULL UNIQUE,
  undoes BIGINT REFERENCES entry (number),
  row_count BIGINT NOT NULL CHECK (row_count >= 0),
  hash TEXT NOT NULL
);
CREATE INDEX entry_undoes ON entry (undoes);

-- Rows are written before their entry, whose hash covers them; the check finds any left alone. The
-- line is that of the file a row was imported from.
CREATE TABLE entry_row (
  entry BIGINT NOT NULL,
  position BIGINT NOT NULL,
  kind TEXT NOT NULL,
  record_id BIGINT NOT NULL,
  before TEXT,
  after TEXT,
  line BIGINT,
  PRIMARY KEY (entry, position)
);
CREATE INDEX entry_row_record ON entry_row (kind, record_id, entry);

CREATE TABLE book (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  city TEXT NOT NULL,
  city_code TEXT NOT NULL,
  frameworks TEXT NOT NULL,
  report_days BIGINT CHECK (report_days >= 0),
  yellow_points BIGINT CHECK (yellow_points >= 0),
  red_points BIGINT CHECK (red_points >= 0),
  red_months BIGINT CHECK (red_months >= 0),
  note TEXT NOT NULL
);

CREATE TABLE book_milestones (
  record_id BIGINT NOT NULL REFERENCES book (id),
  position BIGINT NOT NULL,
  stage TEXT NOT NULL,
  days_before BIGINT NOT NULL CHECK (days_before >= 0),
  PRIMARY KEY (record_id, position)
);

CREATE TABLE county (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  short_name TEXT NOT NULL,
  english TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  kind TEXT NOT NULL,
  city TEXT NOT NULL,
  host_id BIGINT REFERENCES county (id),
  source TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX county_host ON county (host_id);
CREATE UNIQUE INDEX county_code ON county (code) WHERE code <> '';

CREATE TABLE company (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL,
  home TEXT NOT NULL,
  credit_code TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE UNIQUE INDEX company_credit_code ON company (credit_code) WHERE credit_code <> '';
CREATE INDEX company_name ON company (name);

CREATE TABLE company_aliases (
  record_id BIGINT NOT NULL REFERENCES company (id),
  position BIGINT NOT NULL,
  value TEXT NOT NULL CHECK (value <> ''),
  PRIMARY KEY (record_id, position)
);

CREATE TABLE company_flags (
  record_id BIGINT NOT NULL REFERENCES company (id),
  position BIGINT NOT NULL,
  value TEXT NOT NULL CHECK (value <> ''),
  PRIMARY KEY (record_id, position)
);

CREATE TABLE rate (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  currency TEXT NOT NULL,
  on_from TEXT NOT NULL,
  on_until TEXT NOT NULL,
  cny_e10 BIGINT NOT NULL CHECK (cny_e10 > 0),
  source TEXT NOT NULL
);
CREATE UNIQUE INDEX rate_day ON rate (currency, on_until);

CREATE TABLE station (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  place TEXT NOT NULL,
  head TEXT NOT NULL,
  since_from TEXT,
  since_until TEXT,
  source TEXT NOT NULL,
  note TEXT NOT NULL
);

CREATE TABLE project (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  other_title TEXT NOT NULL,
  county_id BIGINT NOT NULL REFERENCES county (id),
  chain TEXT NOT NULL,
  industry TEXT NOT NULL,
  content TEXT NOT NULL,
  planned_investment_minor BIGINT CHECK (planned_investment_minor >= 0),
  planned_investment_currency TEXT,
  planned_investment_qualifier TEXT,
  outside_amount_minor BIGINT CHECK (outside_amount_minor >= 0),
  outside_amount_currency TEXT,
  outside_amount_qualifier TEXT,
  fixed_assets_minor BIGINT CHECK (fixed_assets_minor >= 0),
  fixed_assets_currency TEXT,
  fixed_assets_qualifier TEXT,
  land_hundredths BIGINT CHECK (land_hundredths >= 0),
  forecast_sales_minor BIGINT CHECK (forecast_sales_minor >= 0),
  forecast_sales_currency TEXT,
  forecast_sales_qualifier TEXT,
  forecast_tax_minor BIGINT CHECK (forecast_tax_minor >= 0),
  forecast_tax_currency TEXT,
  forecast_tax_qualifier TEXT,
  forecast_profit_tax_minor BIGINT CHECK (forecast_profit_tax_minor >= 0),
  forecast_profit_tax_currency TEXT,
  forecast_profit_tax_qualifier TEXT,
  forecast_jobs BIGINT CHECK (forecast_jobs >= 0),
  capacity TEXT NOT NULL,
  leader TEXT NOT NULL,
  task_force TEXT NOT NULL,
  capital TEXT,
  origin TEXT NOT NULL,
  first_contact_id BIGINT REFERENCES county (id),
  station_id BIGINT REFERENCES station (id),
  lead_on_from TEXT,
  lead_on_until TEXT,
  planned_start_from TEXT,
  planned_start_until TEXT,
  planned_completion_from TEXT,
  planned_completion_until TEXT,
  planned_production_from TEXT,
  planned_production_until TEXT,
  source TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX project_county ON project (county_id);
CREATE INDEX project_first_contact ON project (first_contact_id);
CREATE INDEX project_station ON project (station_id);

-- Derived from the project's moves, its signings and negotiations; rebuilt with each of them.
CREATE TABLE project_stage (
  project_id BIGINT PRIMARY KEY REFERENCES project (id),
  stage TEXT NOT NULL,
  since_from TEXT,
  since_until TEXT
);
CREATE INDEX project_stage_stage ON project_stage (stage);

CREATE TABLE project_investors (
  record_id BIGINT NOT NULL REFERENCES project (id),
  position BIGINT NOT NULL,
  company_id BIGINT NOT NULL REFERENCES company (id),
  share TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
);
CREATE INDEX project_investors_company ON project_investors (company_id);

CREATE TABLE project_phases (
  record_id BIGINT NOT NULL REFERENCES project (id),
  position BIGINT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  amount_minor BIGINT CHECK (amount_minor >= 0),
  amount_currency TEXT,
  amount_qualifier TEXT,
  land_hundredths BIGINT CHECK (land_hundredths >= 0),
  planned_start_from TEXT,
  planned_start_until TEXT,
  planned_completion_from TEXT,
  planned_completion_until TEXT,
  planned_production_from TEXT,
  planned_production_until TEXT,
  note TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
);

CREATE TABLE project_programs (
  record_id BIGINT NOT NULL REFERENCES project (id),
  position BIGINT NOT NULL,
  value TEXT NOT NULL CHECK (value <> ''),
  PRIMARY KEY (record_id, position)
);

CREATE TABLE project_moves (
  record_id BIGINT NOT NULL REFERENCES project (id),
  position BIGINT NOT NULL,
  stage TEXT NOT NULL,
  on_from TEXT NOT NULL,
  on_until TEXT NOT NULL,
  reason TEXT NOT NULL,
  document TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
);

CREATE TABLE project_waivers (
  record_id BIGINT NOT NULL REFERENCES project (id),
  position BIGINT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  until_from TEXT NOT NULL,
  until_until TEXT NOT NULL,
  by TEXT NOT NULL,
  on_from TEXT,
  on_until TEXT,
  PRIMARY KEY (record_id, position)
);

CREATE TABLE delegation (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  county_id BIGINT REFERENCES county (id),
  station_id BIGINT REFERENCES station (id),
  leader TEXT NOT NULL,
  leader_post TEXT NOT NULL,
  starts_from TEXT,
  starts_until TEXT,
  ends_from TEXT,
  ends_until TEXT,
  days BIGINT CHECK (days > 0),
  batch BIGINT CHECK (batch > 0),
  status TEXT NOT NULL,
  purpose TEXT NOT NULL,
  report_filed_from TEXT,
  report_filed_until TEXT,
  report TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX delegation_county ON delegation (county_id);
CREATE INDEX delegation_station ON delegation (station_id);

CREATE TABLE delegation_members (
  record_id BIGINT NOT NULL REFERENCES delegation (id),
  position BIGINT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  post TEXT NOT NULL,
  organisation TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
);

CREATE TABLE delegation_stops (
  record_id BIGINT NOT NULL REFERENCES delegation (id),
  position BIGINT NOT NULL,
  place TEXT NOT NULL CHECK (place <> ''),
  on_from TEXT,
  on_until TEXT,
  note TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
);

CREATE TABLE delegation_visits (
  record_id BIGINT NOT NULL REFERENCES delegation (id),
  position BIGINT NOT NULL,
  company_id BIGINT NOT NULL REFERENCES company (id),
  topic TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
);
CREATE INDEX delegation_visits_company ON delegation_visits (company_id);

CREATE TABLE negotiation (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  on_from TEXT NOT NULL,
  on_until TEXT NOT NULL,
  county_id BIGINT REFERENCES county (id),
  project_id BIGINT REFERENCES project (id),
  delegation_id BIGINT REFERENCES delegation (id),
  station_id BIGINT REFERENCES station (id),
  place TEXT NOT NULL,
  mode TEXT,
  purpose TEXT,
  round BIGINT CHECK (round > 0),
  subject TEXT NOT NULL,
  summary TEXT NOT NULL,
  outcome TEXT,
  next_step TEXT NOT NULL,
  next_due_from TEXT,
  next_due_until TEXT,
  source TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX negotiation_project ON negotiation (project_id, on_until);
CREATE INDEX negotiation_delegation ON negotiation (delegation_id);
CREATE INDEX negotiation_county ON negotiation (county_id);
CREATE INDEX negotiation_station ON negotiation (station_id);

CREATE TABLE negotiation_counterparts (
  record_id BIGINT NOT NULL REFERENCES negotiation (id),
  position BIGINT NOT NULL,
  company_id BIGINT NOT NULL REFERENCES company (id),
  representative TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
);
CREATE INDEX negotiation_counterparts_company ON negotiation_counterparts (company_id);

CREATE TABLE negotiation_promises (
  record_id BIGINT NOT NULL REFERENCES negotiation (id),
  position BIGINT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  owner TEXT NOT NULL,
  due_from TEXT,
  due_until TEXT,
  kept_from TEXT,
  kept_until TEXT,
  PRIMARY KEY (record_id, position)
);

CREATE TABLE signing (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  project_id BIGINT NOT NULL REFERENCES project (id),
  title TEXT NOT NULL,
  contract_no TEXT NOT NULL,
  kind TEXT NOT NULL,
  on_from TEXT NOT NULL,
  on_until TEXT NOT NULL,
  place TEXT NOT NULL,
  mode TEXT,
  amount_minor BIGINT CHECK (amount_minor >= 0),
  amount_currency TEXT,
  amount_qualifier TEXT,
  outside_amount_minor BIGINT CHECK (outside_amount_minor >= 0),
  outside_amount_currency TEXT,
  outside_amount_qualifier TEXT,
  phase TEXT NOT NULL,
  amends_id BIGINT REFERENCES signing (id),
  ceremony TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX signing_project ON signing (project_id, on_until);
CREATE INDEX signing_amends ON signing (amends_id);
CREATE UNIQUE INDEX signing_contract_no ON signing (contract_no) WHERE contract_no <> '';

CREATE TABLE signing_parties (
  record_id BIGINT NOT NULL REFERENCES signing (id),
  position BIGINT NOT NULL,
  company_id BIGINT NOT NULL REFERENCES company (id),
  role TEXT,
  PRIMARY KEY (record_id, position)
);
CREATE INDEX signing_parties_company ON signing_parties (company_id);

-- What each signed paper adds to the totals, as project_stage derived from the records: the first
-- counted paper of a project, its further ones, and what supplements change. The index holds all a
-- total needs, so that a period is summed without reading anything else.
CREATE TABLE posting (
  project_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  signing_id BIGINT NOT NULL,
  county_id BIGINT NOT NULL,
  measure TEXT NOT NULL,
  step TEXT NOT NULL,
  on_from TEXT NOT NULL,
  on_until TEXT NOT NULL,
  minor BIGINT,
  currency TEXT,
  completes_id BIGINT,
  PRIMARY KEY (project_id, position)
);
CREATE INDEX posting_date ON posting (on_until, measure);

CREATE TABLE posting_block (
  part BIGINT NOT NULL,
  on_until TEXT NOT NULL,
  papers TEXT NOT NULL,
  PRIMARY KEY (part, on_until)
);

CREATE TABLE name_block (
  kind TEXT NOT NULL,
  first_id BIGINT NOT NULL,
  names TEXT NOT NULL,
  PRIMARY KEY (kind, first_id)
);

CREATE TABLE event (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  kind TEXT NOT NULL,
  on_from TEXT NOT NULL,
  on_until TEXT NOT NULL,
  county_id BIGINT REFERENCES county (id),
  place TEXT NOT NULL,
  summary TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX event_county ON event (county_id);

CREATE TABLE event_venues (
  record_id BIGINT NOT NULL REFERENCES event (id),
  position BIGINT NOT NULL,
  value TEXT NOT NULL CHECK (value <> ''),
  PRIMARY KEY (record_id, position)
);

CREATE TABLE event_people (
  record_id BIGINT NOT NULL REFERENCES event (id),
  position BIGINT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  post TEXT NOT NULL,
  organisation TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
);

CREATE TABLE event_projects (
  record_id BIGINT NOT NULL REFERENCES event (id),
  position BIGINT NOT NULL,
  project_id BIGINT NOT NULL REFERENCES project (id),
  note TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
);
CREATE INDEX event_projects_project ON event_projects (project_id);

CREATE TABLE task (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  kind TEXT NOT NULL,
  area TEXT,
  project_id BIGINT REFERENCES project (id),
  county_id BIGINT REFERENCES county (id),
  event_id BIGINT REFERENCES event (id),
  owner TEXT NOT NULL,
  due_from TEXT,
  due_until TEXT,
  closed_on_from TEXT,
  closed_on_until TEXT,
  closing TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX task_project ON task (project_id);
CREATE INDEX task_county ON task (county_id);
CREATE INDEX task_event ON task (event_id);

CREATE TABLE figure (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  area TEXT NOT NULL CHECK (area <> ''),
  period_from TEXT NOT NULL,
  period_until TEXT NOT NULL,
  indicator TEXT NOT NULL CHECK (indicator <> ''),
  printed TEXT NOT NULL,
  count BIGINT CHECK (count >= 0),
  amount_minor BIGINT CHECK (amount_minor >= 0),
  amount_currency TEXT,
  amount_qualifier TEXT,
  percent_hundredths BIGINT,
  part_of_id BIGINT REFERENCES figure (id),
  source TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX figure_part_of ON figure (part_of_id);

CREATE TABLE procedure (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  project_id BIGINT NOT NULL REFERENCES project (id),
  item TEXT NOT NULL CHECK (item <> ''),
  department TEXT NOT NULL,
  submitted_from TEXT,
  submitted_until TEXT,
  limit_days BIGINT CHECK (limit_days >= 0),
  granted_from TEXT,
  granted_until TEXT,
  mechanism TEXT,
  document TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX procedure_project ON procedure (project_id);

CREATE TABLE funds (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  project_id BIGINT NOT NULL REFERENCES project (id),
  on_from TEXT NOT NULL,
  on_until TEXT NOT NULL,
  amount_minor BIGINT NOT NULL CHECK (amount_minor >= 0),
  amount_currency TEXT NOT NULL,
  amount_qualifier TEXT NOT NULL,
  capital TEXT NOT NULL,
  company_id BIGINT REFERENCES company (id),
  phase TEXT NOT NULL,
  evidence TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX funds_project ON funds (project_id, on_until);
CREATE INDEX funds_company ON funds (company_id);

CREATE TABLE program (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  other_name TEXT NOT NULL,
  level TEXT NOT NULL,
  period_from TEXT,
  period_until TEXT,
  content TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE UNIQUE INDEX program_name ON program (name);

CREATE TABLE target (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  county_id BIGINT REFERENCES county (id),
  period_from TEXT NOT NULL,
  period_until TEXT NOT NULL,
  indicator TEXT NOT NULL,
  count BIGINT CHECK (count >= 0),
  amount_minor BIGINT CHECK (amount_minor >= 0),
  amount_currency TEXT,
  amount_qualifier TEXT,
  percent_hundredths BIGINT,
  land_hundredths BIGINT CHECK (land_hundredths >= 0),
  source TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX target_county ON target (county_id);

CREATE TABLE target_steps (
  record_id BIGINT NOT NULL REFERENCES target (id),
  position BIGINT NOT NULL,
  until_from TEXT NOT NULL,
  until_until TEXT NOT NULL,
  count BIGINT CHECK (count >= 0),
  amount_minor BIGINT CHECK (amount_minor >= 0),
  amount_currency TEXT,
  amount_qualifier TEXT,
  percent_hundredths BIGINT,
  PRIMARY KEY (record_id, position)
);

CREATE TABLE credit (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  project_id BIGINT NOT NULL REFERENCES project (id),
  from_county_id BIGINT NOT NULL REFERENCES county (id),
  to_county_id BIGINT NOT NULL REFERENCES county (id),
  rule TEXT NOT NULL,
  from_share_hundredths BIGINT,
  to_share_hundredths BIGINT,
  on_from TEXT NOT NULL,
  on_until TEXT NOT NULL,
  until_from TEXT,
  until_until TEXT,
  reason TEXT NOT NULL,
  document TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX credit_project ON credit (project_id);
CREATE INDEX credit_from_county ON credit (from_county_id);
CREATE INDEX credit_to_county ON credit (to_county_id);

CREATE TABLE report (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  note TEXT NOT NULL
);
CREATE UNIQUE INDEX report_name ON report (name);

CREATE TABLE report_arguments (
  record_id BIGINT NOT NULL REFERENCES report (id),
  position BIGINT NOT NULL,
  value TEXT NOT NULL CHECK (value <> ''),
  PRIMARY KEY (record_id, position)
);

CREATE TABLE map (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT,
  note TEXT NOT NULL
);
CREATE UNIQUE INDEX map_name ON map (name);

CREATE TABLE map_columns (
  record_id BIGINT NOT NULL REFERENCES map (id),
  position BIGINT NOT NULL,
  heading TEXT NOT NULL CHECK (heading <> ''),
  field TEXT NOT NULL CHECK (field <> ''),
  unit TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
);

CREATE TABLE map_defaults (
  record_id BIGINT NOT NULL REFERENCES map (id),
  position BIGINT NOT NULL,
  field TEXT NOT NULL CHECK (field <> ''),
  value TEXT NOT NULL CHECK (value <> ''),
  PRIMARY KEY (record_id, position)
);

-- An import has the number of its entry in the log, whose rows are the records it wrote.
CREATE TABLE import (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  kind TEXT NOT NULL,
  file TEXT NOT NULL CHECK (file <> ''),
  sha256 TEXT NOT NULL,
  bytes BIGINT CHECK (bytes >= 0),
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  rows BIGINT CHECK (rows >= 0),
  created BIGINT CHECK (created >= 0),
  updated BIGINT CHECK (updated >= 0),
  unchanged BIGINT CHECK (unchanged >= 0),
  refused BIGINT CHECK (refused >= 0),
  note TEXT NOT NULL
);

CREATE TABLE import_columns (
  record_id BIGINT NOT NULL REFERENCES import (id),
  position BIGINT NOT NULL,
  heading TEXT NOT NULL CHECK (heading <> ''),
  field TEXT NOT NULL CHECK (field <> ''),
  unit TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
);
