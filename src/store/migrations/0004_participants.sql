-- Who of the own side took part in a talk.

CREATE TABLE negotiation_participants (
  record_id BIGINT NOT NULL REFERENCES negotiation (id),
  position BIGINT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  post TEXT NOT NULL,
  organisation TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
);
