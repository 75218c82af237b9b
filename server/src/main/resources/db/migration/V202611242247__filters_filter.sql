-- What people do not want to read, or only after a warning. Nobody else learns of it.
CREATE TABLE filter (
  id bigint PRIMARY KEY,
  owner_id bigint NOT NULL REFERENCES actor (id),
  title text NOT NULL,
  contexts text[] NOT NULL,
  action text NOT NULL CHECK (action IN ('warn', 'hide', 'blur')),
  expires_at timestamptz
);
CREATE INDEX filter_by_owner ON filter (owner_id, id);

CREATE TABLE filter_keyword (
  id bigint PRIMARY KEY,
  filter_id bigint NOT NULL REFERENCES filter (id) ON DELETE CASCADE,
  keyword text NOT NULL,
  whole_word boolean NOT NULL
);
CREATE INDEX filter_keyword_by_filter ON filter_keyword (filter_id, id);

CREATE TABLE filter_post (
  id bigint PRIMARY KEY,
  filter_id bigint NOT NULL REFERENCES filter (id) ON DELETE CASCADE,
  post_id bigint NOT NULL REFERENCES post (id) ON DELETE CASCADE,
  UNIQUE (filter_id, post_id)
);
CREATE INDEX filter_post_by_post ON filter_post (post_id);
