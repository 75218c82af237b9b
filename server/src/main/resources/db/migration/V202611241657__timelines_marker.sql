-- How far each person has read.
CREATE TABLE marker (
  owner_id bigint NOT NULL REFERENCES actor (id),
  timeline text NOT NULL CHECK (timeline IN ('home', 'notifications')),
  last_read_id bigint NOT NULL,
  version integer NOT NULL,
  marked_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, timeline)
);
