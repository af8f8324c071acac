-- Contacts. What is told of a person stands in a table of its own, of which the log knows a seal
-- alone: a hash of the details and a salt that is erased with them. The details of a contact that was
-- removed stay for undo until they are erased, so that they refer to no record.

CREATE TABLE contact (
  id BIGINT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  company_id BIGINT NOT NULL REFERENCES company (id),
  seal TEXT NOT NULL,
  state TEXT
);
CREATE INDEX contact_company ON contact (company_id);

CREATE TABLE personal_contact (
  record_id BIGINT PRIMARY KEY,
  name TEXT NOT NULL,
  post TEXT NOT NULL,
  phone TEXT NOT NULL,
  wechat TEXT NOT NULL,
  email TEXT NOT NULL,
  note TEXT NOT NULL,
  salt TEXT NOT NULL
);
