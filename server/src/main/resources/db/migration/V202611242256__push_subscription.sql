-- Apps that want to be told while they are not running; each ends with its access token.
CREATE TABLE push_subscription (
  id bigint PRIMARY KEY,
  token_id bigint NOT NULL UNIQUE REFERENCES access_token (id) ON DELETE CASCADE,
  owner_id bigint NOT NULL REFERENCES actor (id),
  endpoint text NOT NULL,
  point bytea NOT NULL,
  secret bytea NOT NULL,
  standard boolean NOT NULL,
  sealed_token bytea,
  alerts text[] NOT NULL,
  policy text NOT NULL CHECK (policy IN ('all', 'followed', 'follower', 'none')),
  created_at timestamptz NOT NULL
);
COMMENT ON COLUMN push_subscription.point IS 'public key of the app, p256dh';
COMMENT ON COLUMN push_subscription.secret IS 'shared with the app, auth';
COMMENT ON COLUMN push_subscription.standard IS 'RFC 8291 rather than the draft before it';
COMMENT ON COLUMN push_subscription.sealed_token IS 'by a key that is not in the database';

CREATE INDEX push_subscription_by_owner ON push_subscription (owner_id);

-- By which push services know this node. There is one.
CREATE TABLE push_key (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  point bytea NOT NULL,
  scalar bytea NOT NULL,
  made_at timestamptz NOT NULL
);

-- For others to join: who was told of which event.
CREATE VIEW notification_told AS
SELECT id, owner_id, type
  FROM notification
 WHERE NOT filtered;

CREATE INDEX notification_by_event ON notification (id);
