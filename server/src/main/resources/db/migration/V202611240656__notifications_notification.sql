-- For others to join: who has part in a post.
CREATE VIEW post_party AS
SELECT id AS post_id, author_id AS actor_id, 'author' AS role FROM post WHERE deleted_at IS NULL
UNION ALL
SELECT post_id, actor_id, 'mentioned' AS role FROM post_mention WHERE NOT silent
UNION ALL
SELECT post_id, actor_id, 'booster' AS role FROM boost;

-- What concerns a person. The same thing by the same actor is told once.
CREATE TABLE notification (
  owner_id bigint NOT NULL REFERENCES actor (id),
  id bigint NOT NULL,
  type text NOT NULL,
  actor_id bigint NOT NULL REFERENCES actor (id),
  post_id bigint NOT NULL DEFAULT 0,
  notified_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, type, actor_id, post_id)
);
COMMENT ON COLUMN notification.id IS 'of the event that it tells of';
COMMENT ON COLUMN notification.actor_id IS 'who did it';
COMMENT ON COLUMN notification.post_id IS 'to what it was done; 0: to no post';

CREATE INDEX notification_by_deed ON notification (actor_id, post_id, type);
