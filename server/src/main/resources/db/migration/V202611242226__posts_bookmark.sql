-- What a person here keeps for herself. Nobody else learns of it.
CREATE TABLE bookmark (
  id bigint PRIMARY KEY,
  actor_id bigint NOT NULL REFERENCES actor (id),
  post_id bigint NOT NULL REFERENCES post (id),
  UNIQUE (actor_id, post_id)
);
CREATE INDEX bookmark_by_actor ON bookmark (actor_id, id);
CREATE INDEX bookmark_by_post ON bookmark (post_id, id);

-- Threads of which a person wants to hear nothing, by what all posts of one name alike.
CREATE TABLE thread_mute (
  actor_id bigint NOT NULL REFERENCES actor (id),
  thread text NOT NULL,
  PRIMARY KEY (actor_id, thread)
);

-- For others to join: which posts stand in a thread that a viewer has muted.
CREATE VIEW thread_muted_by AS
SELECT m.actor_id AS viewer_id, p.id AS post_id
  FROM post AS p
  JOIN thread_mute AS m ON m.thread = coalesce(p.conversation, p.uri);
