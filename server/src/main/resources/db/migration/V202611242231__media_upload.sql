-- What people here uploaded to show in posts. Its files are rows of picture, like those of avatars.
CREATE TABLE upload (
  id bigint PRIMARY KEY,
  owner_id bigint NOT NULL REFERENCES actor (id),
  kind text NOT NULL CHECK (kind IN ('image', 'video', 'audio')),
  name text NOT NULL UNIQUE REFERENCES picture (name),
  preview text REFERENCES picture (name),
  description text,
  focus_x double precision,
  focus_y double precision,
  blurhash text,
  seconds double precision,
  post_id bigint,
  idle_since timestamptz,
  CHECK ((post_id IS NULL) = (idle_since IS NOT NULL))
);

COMMENT ON COLUMN upload.post_id IS 'the only post that may show it';
COMMENT ON COLUMN upload.idle_since IS 'since when no post shows it';

CREATE INDEX upload_by_post ON upload (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX upload_by_owner ON upload (owner_id, id);
CREATE INDEX upload_by_preview ON upload (preview) WHERE preview IS NOT NULL;
CREATE INDEX upload_idle ON upload (idle_since) WHERE idle_since IS NOT NULL;
