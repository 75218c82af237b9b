-- Who chose what in a poll, by the place of the choice. Nobody but the voter is shown it.
CREATE TABLE poll_vote (
  post_id bigint NOT NULL REFERENCES post (id),
  actor_id bigint NOT NULL REFERENCES actor (id),
  choice int NOT NULL,
  voted_at timestamptz NOT NULL,
  PRIMARY KEY (post_id, actor_id, choice)
);
CREATE INDEX poll_vote_by_actor ON poll_vote (actor_id, post_id);

-- Those who voted have part in a post, too.
CREATE OR REPLACE VIEW post_party AS
SELECT id AS post_id, author_id AS actor_id, 'author' AS role FROM post WHERE deleted_at IS NULL
UNION ALL
SELECT post_id, actor_id, 'mentioned' AS role FROM post_mention WHERE NOT silent
UNION ALL
SELECT post_id, actor_id, 'booster' AS role FROM boost
UNION ALL
SELECT DISTINCT post_id, actor_id, 'voter' AS role FROM poll_vote;
