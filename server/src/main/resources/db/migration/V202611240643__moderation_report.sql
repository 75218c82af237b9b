-- What somebody told the moderators about.
CREATE TABLE report (
  id bigint PRIMARY KEY,
  reporter_id bigint NOT NULL REFERENCES actor (id),
  activity_uri text NOT NULL,
  comment text NOT NULL,
  reported_at timestamptz NOT NULL,
  resolved_at timestamptz,
  resolved_by bigint REFERENCES actor (id),
  UNIQUE (reporter_id, activity_uri)
);

CREATE INDEX report_open ON report (id) WHERE resolved_at IS NULL;

-- The accounts and posts that a report names.
CREATE TABLE report_subject (
  report_id bigint NOT NULL REFERENCES report (id),
  uri text NOT NULL,
  actor_id bigint REFERENCES actor (id),
  PRIMARY KEY (report_id, uri)
);

COMMENT ON COLUMN report_subject.actor_id IS 'the account, where the subject is one that is known here';

CREATE INDEX report_subject_by_actor ON report_subject (actor_id) WHERE actor_id IS NOT NULL;

-- Actors that are suspended because of their host alone, and come back with it.
CREATE TABLE host_suspension (
  actor_id bigint PRIMARY KEY REFERENCES actor (id),
  suspended_at timestamptz NOT NULL
);
