-- Which version of a row is in force: every change of a row gives it another xmin, and nobody can forget to. For others to tell
-- whether what they keep of it is still so.
CREATE VIEW actor_stamp AS
SELECT id AS actor_id, xmin AS stamp
  FROM actor;

CREATE VIEW relationship_count_stamp AS
SELECT actor_id, xmin AS stamp
  FROM relationship_count;

CREATE VIEW preview_stamp AS
SELECT l.post_id, concat(l.xmin, ':', p.xmin) AS stamp
  FROM preview_link AS l
  JOIN preview AS p ON p.id = l.preview_id;
