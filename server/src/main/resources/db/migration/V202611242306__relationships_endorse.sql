-- Whom people recommend, of those whom they follow: it ends with the follow.
ALTER TABLE follow ADD COLUMN endorsed_id bigint;
COMMENT ON COLUMN follow.endorsed_id IS 'made when the follower recommended the followed: pages go by it';

CREATE INDEX follow_endorsed ON follow (follower_id, endorsed_id) WHERE endorsed_id IS NOT NULL;

-- Follows and requests between somebody here and a host elsewhere.
CREATE VIEW follow_abroad AS
SELECT f.id, f.followed_id AS person_id, a.authority AS host
  FROM follow AS f
  JOIN actor AS a ON a.id = f.follower_id AND NOT a.local
UNION ALL
SELECT f.id, f.follower_id AS person_id, a.authority AS host
  FROM follow AS f
  JOIN actor AS a ON a.id = f.followed_id AND NOT a.local;
