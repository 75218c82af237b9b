-- For whoever sends: where actors elsewhere take what is for them.
CREATE VIEW actor_inbox AS
SELECT id AS actor_id, inbox, shared_inbox
  FROM actor
 WHERE NOT local AND suspended_at IS NULL AND deleted_at IS NULL;
