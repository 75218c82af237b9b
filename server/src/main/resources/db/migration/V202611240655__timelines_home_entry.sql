-- Actors who live on this node.
CREATE VIEW actor_here AS
SELECT id AS actor_id
  FROM actor
 WHERE local AND deleted_at IS NULL;

-- For others to join: which posts carry a hashtag.
CREATE VIEW post_tagged AS
SELECT name, post_id
  FROM post_tag;

CREATE INDEX post_public_remote ON post (id)
  WHERE visibility = 'public' AND deleted_at IS NULL AND NOT local;

-- What came home to each person: posts of whom they follow and their own, and boosts. A post comes
-- home once, whoever shows it.
CREATE TABLE home_entry (
  owner_id bigint NOT NULL REFERENCES actor (id),
  id bigint NOT NULL,
  post_id bigint NOT NULL,
  shower_id bigint NOT NULL,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, post_id)
);
COMMENT ON COLUMN home_entry.id IS 'of the post, or of the boost that brought it';
COMMENT ON COLUMN home_entry.shower_id IS 'the author, or whoever boosted it';

-- Those of whom nothing is shown are few, and asked for by every list.
CREATE INDEX actor_withheld_by_id ON actor (id)
  WHERE suspended_at IS NOT NULL OR deleted_at IS NOT NULL;
