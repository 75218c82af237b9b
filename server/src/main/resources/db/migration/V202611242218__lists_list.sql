-- Whom a person follows, sorted into lists of her own. Nobody else learns of them.
CREATE TABLE list (
  id bigint PRIMARY KEY,
  owner_id bigint NOT NULL REFERENCES actor (id),
  title text NOT NULL,
  replies_policy text NOT NULL CHECK (replies_policy IN ('followed', 'list', 'none')),
  exclusive boolean NOT NULL
);
COMMENT ON COLUMN list.exclusive IS 'whether what its members post stays away from home';

CREATE INDEX list_by_owner ON list (owner_id, id);
CREATE INDEX list_exclusive_by_owner ON list (owner_id) WHERE exclusive;

CREATE TABLE list_member (
  id bigint NOT NULL,
  list_id bigint NOT NULL REFERENCES list (id) ON DELETE CASCADE,
  member_id bigint NOT NULL REFERENCES actor (id),
  PRIMARY KEY (list_id, member_id)
);
COMMENT ON COLUMN list_member.id IS 'when she was added: pages go by it';

CREATE UNIQUE INDEX list_member_by_id ON list_member (list_id, id);
CREATE INDEX list_member_by_member ON list_member (member_id, list_id);

-- What came to each list. A post comes once, whoever shows it.
CREATE TABLE list_entry (
  list_id bigint NOT NULL REFERENCES list (id) ON DELETE CASCADE,
  id bigint NOT NULL,
  post_id bigint NOT NULL,
  shower_id bigint NOT NULL,
  PRIMARY KEY (list_id, id),
  UNIQUE (list_id, post_id)
);
COMMENT ON COLUMN list_entry.id IS 'of the post, or of the boost that brought it';
COMMENT ON COLUMN list_entry.shower_id IS 'the author, or whoever boosted it';

-- For others to filter with: whose posts stay away from whose home.
CREATE VIEW list_exclusive_member AS
SELECT l.owner_id, m.member_id
  FROM list AS l
  JOIN list_member AS m ON m.list_id = l.id
 WHERE l.exclusive;
