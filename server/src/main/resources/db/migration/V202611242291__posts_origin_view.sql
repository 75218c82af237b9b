-- For others to join: which post an id in the fediverse names, and whose it is.
CREATE VIEW post_origin AS
SELECT id AS post_id, uri, author_id
  FROM post
 WHERE deleted_at IS NULL;
