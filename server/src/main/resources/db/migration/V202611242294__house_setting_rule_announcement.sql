-- What the node says of itself, where its keepers chose something else than what is usual.
CREATE TABLE house_setting (
  name text PRIMARY KEY,
  value text NOT NULL,
  set_at timestamptz NOT NULL
);

-- What people here keep to. A rule that is taken back stays, since reports name it.
CREATE TABLE house_rule (
  id bigint PRIMARY KEY,
  text text NOT NULL,
  hint text NOT NULL,
  translations jsonb NOT NULL DEFAULT '{}',
  withdrawn_at timestamptz
);

-- What is told to everybody here, from when until when.
CREATE TABLE announcement (
  id bigint PRIMARY KEY,
  content text NOT NULL,
  all_day boolean NOT NULL,
  starts_at timestamptz,
  ends_at timestamptz,
  published_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
COMMENT ON COLUMN announcement.content IS 'HTML';
COMMENT ON COLUMN announcement.published_at IS 'nobody sees it before';

CREATE TABLE announcement_read (
  announcement_id bigint NOT NULL REFERENCES announcement (id) ON DELETE CASCADE,
  actor_id bigint NOT NULL REFERENCES actor (id),
  PRIMARY KEY (announcement_id, actor_id)
);

CREATE TABLE announcement_reaction (
  announcement_id bigint NOT NULL REFERENCES announcement (id) ON DELETE CASCADE,
  name text NOT NULL,
  actor_id bigint NOT NULL REFERENCES actor (id),
  reacted_at timestamptz NOT NULL,
  PRIMARY KEY (announcement_id, name, actor_id)
);
