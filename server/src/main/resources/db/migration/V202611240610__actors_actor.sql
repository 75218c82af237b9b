-- Every actor, here and elsewhere. All addresses are stored, so that an actor that was taken over keeps them.
CREATE TABLE actor (
  id bigint PRIMARY KEY,
  uri text NOT NULL UNIQUE,
  type text NOT NULL CHECK (type IN ('Person', 'Service', 'Application', 'Group', 'Organization')),
  local boolean NOT NULL,
  name text NOT NULL,
  authority text NOT NULL,
  inbox text NOT NULL,
  shared_inbox text,
  outbox text,
  followers text,
  following text,
  featured text,
  page text NOT NULL,
  display_name text NOT NULL DEFAULT '',
  summary text NOT NULL DEFAULT '',
  source text NOT NULL DEFAULT '',
  avatar text,
  header text,
  fields jsonb NOT NULL DEFAULT '[]',
  emojis jsonb NOT NULL DEFAULT '[]',
  published timestamptz NOT NULL,
  locked boolean NOT NULL DEFAULT false,
  discoverable boolean NOT NULL DEFAULT false,
  indexable boolean NOT NULL DEFAULT false,
  hides_collections boolean NOT NULL DEFAULT false,
  also_known_as text[] NOT NULL DEFAULT '{}',
  moved_to text,
  suspended_at timestamptz,
  deleted_at timestamptz,
  fetched_at timestamptz,
  document jsonb
);

-- A handle on this node is never given to somebody else; elsewhere it may pass to a new actor.
CREATE UNIQUE INDEX actor_local_handle ON actor (authority, lower(name)) WHERE local;
CREATE INDEX actor_handle ON actor (authority, lower(name), id DESC);
CREATE INDEX actor_name ON actor (lower(name) text_pattern_ops);
CREATE INDEX actor_display_name ON actor (lower(display_name) text_pattern_ops);
CREATE INDEX actor_followers ON actor (followers) WHERE followers IS NOT NULL;
CREATE INDEX actor_local_inbox ON actor (inbox) WHERE local;
CREATE INDEX actor_local_page ON actor (page) WHERE local;
CREATE INDEX actor_local_outbox ON actor (outbox) WHERE local;
CREATE INDEX actor_local_following ON actor (following) WHERE local;
CREATE INDEX actor_local_featured ON actor (featured) WHERE local;

CREATE TABLE actor_key (
  id text PRIMARY KEY,
  actor_id bigint NOT NULL REFERENCES actor (id),
  kind text NOT NULL CHECK (kind IN ('rsa', 'post', 'exit')),
  public_key bytea NOT NULL,
  private_key bytea,
  added_at timestamptz NOT NULL DEFAULT now(),
  -- Of an exit key the node only ever has the public half.
  CHECK (kind <> 'exit' OR private_key IS NULL)
);
CREATE INDEX actor_key_actor ON actor_key (actor_id);
