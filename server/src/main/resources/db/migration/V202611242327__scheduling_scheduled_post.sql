-- Posts that wait for their time. A row goes in the transaction that publishes its post.
CREATE TABLE scheduled_post (
  id bigint PRIMARY KEY,
  actor_id bigint NOT NULL REFERENCES actor (id),
  scheduled_at timestamptz NOT NULL,
  draft jsonb NOT NULL,
  idempotency_key text,
  UNIQUE (actor_id, idempotency_key)
);
CREATE INDEX scheduled_post_by_actor ON scheduled_post (actor_id, id);
CREATE INDEX scheduled_post_by_time ON scheduled_post (actor_id, scheduled_at);
