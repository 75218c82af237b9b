-- What a person here chose for herself and what others need not know.
CREATE TABLE person (
  actor_id bigint PRIMARY KEY REFERENCES actor (id),
  default_visibility text NOT NULL
    CHECK (default_visibility IN ('public', 'unlisted', 'private', 'direct')),
  default_sensitive boolean NOT NULL,
  default_language text,
  attribution_domains text[] NOT NULL DEFAULT '{}'
);
