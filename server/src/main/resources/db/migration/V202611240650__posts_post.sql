-- Posts of people here and elsewhere. A deleted one stays as a tombstone without its content.
CREATE TABLE post (
  id bigint PRIMARY KEY,
  uri text NOT NULL UNIQUE,
  author_id bigint NOT NULL REFERENCES actor (id),
  local boolean NOT NULL,
  type text NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('public', 'unlisted', 'private', 'direct')),
  page text NOT NULL,
  activity_uri text UNIQUE,
  content text NOT NULL,
  source text,
  spoiler text NOT NULL DEFAULT '',
  sensitive boolean NOT NULL DEFAULT false,
  language text,
  in_reply_to_uri text,
  in_reply_to_id bigint REFERENCES post (id),
  in_reply_to_author_id bigint REFERENCES actor (id),
  conversation text,
  attachments jsonb NOT NULL DEFAULT '[]',
  emojis jsonb NOT NULL DEFAULT '[]',
  poll jsonb,
  replies bigint NOT NULL DEFAULT 0 CHECK (replies >= 0),
  favourites bigint NOT NULL DEFAULT 0 CHECK (favourites >= 0),
  boosts bigint NOT NULL DEFAULT 0 CHECK (boosts >= 0),
  published_at timestamptz NOT NULL,
  edited_at timestamptz,
  pinned_at timestamptz,
  deleted_at timestamptz
);

COMMENT ON COLUMN post.activity_uri IS 'id of the Create, of posts that were written here';
COMMENT ON COLUMN post.replies IS 'those that everyone may see, as far as they are known here';

CREATE INDEX post_by_author ON post (author_id, id) WHERE deleted_at IS NULL;
CREATE INDEX post_with_media_by_author ON post (author_id, id)
  WHERE deleted_at IS NULL AND attachments <> '[]';
CREATE INDEX post_pinned ON post (author_id, pinned_at) WHERE pinned_at IS NOT NULL;
CREATE INDEX post_public ON post (id) WHERE visibility = 'public' AND deleted_at IS NULL;
CREATE INDEX post_public_local ON post (id)
  WHERE visibility = 'public' AND deleted_at IS NULL AND local;
CREATE INDEX post_public_with_media ON post (id)
  WHERE visibility = 'public' AND deleted_at IS NULL AND attachments <> '[]';
CREATE INDEX post_reply ON post (in_reply_to_id, id) WHERE in_reply_to_id IS NOT NULL;
CREATE INDEX post_without_parent ON post (in_reply_to_uri)
  WHERE in_reply_to_id IS NULL AND in_reply_to_uri IS NOT NULL;
CREATE INDEX post_by_page ON post USING hash (page);

-- Whom a post names or is addressed to. Only these and its author see a direct one.
CREATE TABLE post_mention (
  post_id bigint NOT NULL REFERENCES post (id),
  actor_id bigint NOT NULL REFERENCES actor (id),
  place int NOT NULL,
  silent boolean NOT NULL,
  PRIMARY KEY (post_id, actor_id)
);
COMMENT ON COLUMN post_mention.silent IS 'addressed, but not named in the text';
CREATE INDEX post_mention_by_actor ON post_mention (actor_id, post_id);

CREATE TABLE hashtag (
  name text PRIMARY KEY
);
CREATE INDEX hashtag_by_prefix ON hashtag (name text_pattern_ops);

CREATE TABLE post_tag (
  name text NOT NULL,
  post_id bigint NOT NULL REFERENCES post (id),
  PRIMARY KEY (post_id, name)
);
CREATE INDEX post_tag_by_name ON post_tag (name, post_id);

-- What a post said before it was edited.
CREATE TABLE post_edit (
  id bigint PRIMARY KEY,
  post_id bigint NOT NULL REFERENCES post (id),
  content text NOT NULL,
  spoiler text NOT NULL,
  sensitive boolean NOT NULL,
  attachments jsonb NOT NULL,
  emojis jsonb NOT NULL,
  poll jsonb,
  written_at timestamptz NOT NULL
);
CREATE INDEX post_edit_by_post ON post_edit (post_id, id);

CREATE TABLE favourite (
  id bigint PRIMARY KEY,
  actor_id bigint NOT NULL REFERENCES actor (id),
  post_id bigint NOT NULL REFERENCES post (id),
  activity_uri text NOT NULL,
  favourited_at timestamptz NOT NULL,
  UNIQUE (post_id, actor_id)
);
CREATE INDEX favourite_by_post ON favourite (post_id, id);
CREATE INDEX favourite_by_actor ON favourite (actor_id, id);
CREATE INDEX favourite_by_activity ON favourite USING hash (activity_uri);

CREATE TABLE boost (
  id bigint PRIMARY KEY,
  uri text NOT NULL UNIQUE,
  actor_id bigint NOT NULL REFERENCES actor (id),
  post_id bigint NOT NULL REFERENCES post (id),
  visibility text NOT NULL CHECK (visibility IN ('public', 'unlisted', 'private')),
  boosted_at timestamptz NOT NULL,
  UNIQUE (post_id, actor_id)
);
CREATE INDEX boost_by_post ON boost (post_id, id);
CREATE INDEX boost_by_actor ON boost (actor_id, id);

-- How much each actor has published for everyone to see, posts and boosts.
CREATE TABLE post_count (
  actor_id bigint PRIMARY KEY REFERENCES actor (id),
  posts bigint NOT NULL DEFAULT 0 CHECK (posts >= 0),
  last_post_at timestamptz
);

-- Which post a request made, so that the same request makes no second one.
CREATE TABLE post_idempotency (
  actor_id bigint NOT NULL REFERENCES actor (id),
  key text NOT NULL,
  post_id bigint NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (actor_id, key)
);
CREATE INDEX post_idempotency_by_time ON post_idempotency (used_at);

-- Ids of posts and reactions that were taken back, so that what arrives later stays away.
CREATE TABLE post_tombstone (
  uri text NOT NULL,
  actor_id bigint NOT NULL REFERENCES actor (id),
  buried_at timestamptz NOT NULL,
  PRIMARY KEY (actor_id, uri)
);
CREATE INDEX post_tombstone_by_time ON post_tombstone (buried_at);

-- Actors of whom nothing is shown.
CREATE VIEW actor_withheld AS
SELECT id AS actor_id
  FROM actor
 WHERE suspended_at IS NOT NULL OR deleted_at IS NOT NULL;

-- What a viewer may see; 0 is the public. PostgreSQL inlines it into the query around it.
-- Followers-only posts are for whoever is an accepted follower when they look.
CREATE FUNCTION post_visible_to(viewer bigint) RETURNS SETOF post LANGUAGE sql STABLE AS $$
  SELECT p.*
    FROM post AS p
   WHERE p.deleted_at IS NULL
     AND (p.visibility IN ('public', 'unlisted')
          OR p.author_id = viewer
          OR (p.visibility = 'private'
              AND EXISTS (SELECT FROM follow_accepted AS f
                           WHERE f.follower_id = viewer AND f.followed_id = p.author_id))
          OR EXISTS (SELECT FROM post_mention AS m
                      WHERE m.post_id = p.id AND m.actor_id = viewer))
     AND NOT EXISTS (SELECT FROM hidden_from AS h
                      WHERE h.viewer_id = viewer AND h.hidden_id = p.author_id)
     AND NOT EXISTS (SELECT FROM actor_withheld AS w WHERE w.actor_id = p.author_id)
$$;

-- Boosts that a viewer may see, of posts that the viewer may see.
CREATE FUNCTION boost_visible_to(viewer bigint) RETURNS SETOF boost LANGUAGE sql STABLE AS $$
  SELECT b.*
    FROM boost AS b
   WHERE (b.visibility <> 'private'
          OR b.actor_id = viewer
          OR EXISTS (SELECT FROM follow_accepted AS f
                      WHERE f.follower_id = viewer AND f.followed_id = b.actor_id))
     AND NOT EXISTS (SELECT FROM hidden_from AS h
                      WHERE h.viewer_id = viewer AND h.hidden_id = b.actor_id)
     AND NOT EXISTS (SELECT FROM actor_withheld AS w WHERE w.actor_id = b.actor_id)
     AND EXISTS (SELECT FROM post_visible_to(viewer) AS p WHERE p.id = b.post_id)
$$;

-- Whose recent posts were fetched, since somebody here began to follow them.
CREATE TABLE post_backfill (
  actor_id bigint PRIMARY KEY REFERENCES actor (id),
  filled_at timestamptz NOT NULL
);
