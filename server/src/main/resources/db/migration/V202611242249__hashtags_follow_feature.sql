-- Hashtags whose public posts come home.
CREATE TABLE tag_follow (
  id bigint PRIMARY KEY,
  owner_id bigint NOT NULL REFERENCES actor (id),
  name text NOT NULL,
  UNIQUE (owner_id, name)
);
CREATE INDEX tag_follow_by_owner ON tag_follow (owner_id, id);
CREATE INDEX tag_follow_by_name ON tag_follow (name);

-- Hashtags that people show on their profiles.
CREATE TABLE tag_feature (
  id bigint PRIMARY KEY,
  owner_id bigint NOT NULL REFERENCES actor (id),
  name text NOT NULL,
  UNIQUE (owner_id, name)
);

-- For others to join: who follows which hashtag.
CREATE VIEW tag_followed AS
SELECT owner_id, name
  FROM tag_follow;
