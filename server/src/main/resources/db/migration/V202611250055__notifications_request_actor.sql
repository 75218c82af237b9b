-- Requests by an actor who is purged are found, whomever they wait for.
CREATE INDEX notification_request_by_actor ON notification_request (actor_id);
