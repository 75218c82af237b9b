-- Which post another one quotes, and whether whoever wrote it agreed. FEP-044f.
CREATE TABLE quote (
  post_id bigint PRIMARY KEY REFERENCES post (id),
  quoted_uri text NOT NULL,
  quoted_id bigint REFERENCES post (id),
  state text NOT NULL CHECK (state IN ('pending', 'accepted', 'rejected', 'revoked')),
  request_uri text,
  authorization_uri text
);
COMMENT ON COLUMN quote.request_uri IS 'id of the QuoteRequest that a person here sent for it';
COMMENT ON COLUMN quote.authorization_uri IS 'of the stamp by which the quoted author agreed';

CREATE INDEX quote_of_post ON quote (quoted_id, post_id) WHERE quoted_id IS NOT NULL;
CREATE INDEX quote_by_request ON quote USING hash (request_uri);
CREATE INDEX quote_by_authorization ON quote USING hash (authorization_uri);

-- Who may quote a post, where its author said so.
CREATE TABLE quote_rule (
  post_id bigint PRIMARY KEY REFERENCES post (id),
  automatic text[] NOT NULL,
  manual text[] NOT NULL
);

ALTER TABLE post ADD COLUMN quotes bigint NOT NULL DEFAULT 0 CHECK (quotes >= 0);
COMMENT ON COLUMN post.quotes IS 'those that its author agreed to';

-- Whoever quotes or is quoted has part in a post, too.
CREATE OR REPLACE VIEW post_party AS
SELECT id AS post_id, author_id AS actor_id, 'author' AS role FROM post WHERE deleted_at IS NULL
UNION ALL
SELECT post_id, actor_id, 'mentioned' AS role FROM post_mention WHERE NOT silent
UNION ALL
SELECT post_id, actor_id, 'booster' AS role FROM boost
UNION ALL
SELECT DISTINCT post_id, actor_id, 'voter' AS role FROM poll_vote
UNION ALL
SELECT q.post_id, quoted.author_id AS actor_id, 'quoted' AS role
  FROM quote AS q JOIN post AS quoted ON quoted.id = q.quoted_id
 WHERE q.state = 'accepted'
UNION ALL
SELECT q.quoted_id AS post_id, quoting.author_id AS actor_id, 'quoter' AS role
  FROM quote AS q JOIN post AS quoting ON quoting.id = q.post_id
 WHERE q.state = 'accepted' AND quoting.deleted_at IS NULL;

