-- Who follows whom. A row without accepted_at is a request.
CREATE TABLE follow (
  id bigint PRIMARY KEY,
  follower_id bigint NOT NULL REFERENCES actor (id),
  followed_id bigint NOT NULL REFERENCES actor (id),
  activity_uri text NOT NULL,
  shows_boosts boolean NOT NULL DEFAULT true,
  notifies boolean NOT NULL DEFAULT false,
  languages text[] NOT NULL DEFAULT '{}',
  requested_at timestamptz NOT NULL,
  accepted_at timestamptz,
  UNIQUE (follower_id, followed_id),
  CHECK (follower_id <> followed_id)
);

COMMENT ON COLUMN follow.activity_uri IS 'id of the Follow as its author gave it: Accept, Reject and Undo embed exactly it';

CREATE INDEX follow_by_followed ON follow (followed_id, id) WHERE accepted_at IS NOT NULL;
CREATE INDEX follow_by_follower ON follow (follower_id, id) WHERE accepted_at IS NOT NULL;
CREATE INDEX follow_request_by_followed ON follow (followed_id, id) WHERE accepted_at IS NULL;
CREATE INDEX follow_by_activity ON follow USING hash (activity_uri);

-- Follows that were undone, so that an Undo which overtakes its Follow wins.
CREATE TABLE follow_undone (
  activity_uri text NOT NULL,
  follower_id bigint NOT NULL REFERENCES actor (id),
  seen boolean NOT NULL,
  undone_at timestamptz NOT NULL,
  PRIMARY KEY (follower_id, activity_uri)
);

COMMENT ON COLUMN follow_undone.seen IS 'whether the Follow has arrived: its id may then be used anew';

CREATE INDEX follow_undone_by_time ON follow_undone (undone_at);

CREATE TABLE relationship_count (
  actor_id bigint PRIMARY KEY REFERENCES actor (id),
  followers bigint NOT NULL DEFAULT 0 CHECK (followers >= 0),
  following bigint NOT NULL DEFAULT 0 CHECK (following >= 0)
);

CREATE TABLE block (
  id bigint PRIMARY KEY,
  blocker_id bigint NOT NULL REFERENCES actor (id),
  blocked_id bigint NOT NULL REFERENCES actor (id),
  activity_uri text NOT NULL,
  blocked_at timestamptz NOT NULL,
  UNIQUE (blocker_id, blocked_id),
  CHECK (blocker_id <> blocked_id)
);

CREATE INDEX block_by_blocker ON block (blocker_id, id);
CREATE INDEX block_by_blocked ON block (blocked_id);
CREATE INDEX block_by_activity ON block USING hash (activity_uri);

CREATE TABLE mute (
  id bigint PRIMARY KEY,
  muter_id bigint NOT NULL REFERENCES actor (id),
  muted_id bigint NOT NULL REFERENCES actor (id),
  hides_notifications boolean NOT NULL,
  muted_at timestamptz NOT NULL,
  expires_at timestamptz,
  UNIQUE (muter_id, muted_id),
  CHECK (muter_id <> muted_id)
);

CREATE INDEX mute_by_muter ON mute (muter_id, id);
CREATE INDEX mute_by_muted ON mute (muted_id);
CREATE INDEX mute_by_expiry ON mute (expires_at) WHERE expires_at IS NOT NULL;

-- What a person wrote about another, for their own eyes.
CREATE TABLE relationship_note (
  author_id bigint NOT NULL REFERENCES actor (id),
  about_id bigint NOT NULL REFERENCES actor (id),
  content text NOT NULL,
  PRIMARY KEY (author_id, about_id)
);

CREATE INDEX relationship_note_by_about ON relationship_note (about_id);

-- Hosts whose actors a person does not want to see.
CREATE TABLE domain_mute (
  owner_id bigint NOT NULL REFERENCES actor (id),
  host text NOT NULL CHECK (host = lower(host)),
  muted_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, host)
);

CREATE TABLE actor_move (
  actor_id bigint PRIMARY KEY REFERENCES actor (id),
  target_id bigint NOT NULL REFERENCES actor (id),
  moved_at timestamptz NOT NULL
);

-- For others to join: accepted follows.
CREATE VIEW follow_accepted AS
SELECT id, follower_id, followed_id, shows_boosts, notifies, languages, accepted_at
  FROM follow
 WHERE accepted_at IS NOT NULL;

-- For others to filter with: a block hides both from each other.
CREATE VIEW hidden_from AS
SELECT blocker_id AS viewer_id, blocked_id AS hidden_id FROM block
UNION ALL
SELECT blocked_id AS viewer_id, blocker_id AS hidden_id FROM block;

-- For others to filter with: mutes in force.
CREATE VIEW muted_by AS
SELECT muter_id AS viewer_id, muted_id, hides_notifications
  FROM mute
 WHERE expires_at IS NULL OR expires_at > now();
