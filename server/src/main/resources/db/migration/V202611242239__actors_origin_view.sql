-- For others to join: where an actor is from, and since when.
CREATE VIEW actor_origin AS
SELECT id AS actor_id, local, authority, published
  FROM actor;
