-- Activities from elsewhere: stored before they are acknowledged, handled once.
CREATE TABLE inbox_event (
  id bigint PRIMARY KEY,
  -- What makes two arrivals the same; a hash, since ids may be longer than an index takes.
  same bytea NOT NULL UNIQUE,
  -- By actor and object: within a lane one is handled after the other.
  lane bigint NOT NULL,
  activity text NOT NULL,
  type text NOT NULL,
  actor text NOT NULL,
  object text,
  signer text NOT NULL,
  prover text,
  -- Owners of the personal inboxes that it came to; none for the shared inbox.
  inboxes bigint[] NOT NULL DEFAULT '{}',
  body bytea,
  received_at timestamptz NOT NULL,
  -- How often it was taken up; also tells whether it is still the same one's who took it.
  attempts integer NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  -- When to take it up, or take it away from one who did not finish; none once it is handled.
  next_at timestamptz,
  outcome text CHECK (outcome IN ('done', 'refused', 'parked')),
  reason text,
  handled_at timestamptz,
  CHECK ((outcome IS NULL) = (next_at IS NOT NULL))
);
CREATE INDEX inbox_event_due ON inbox_event (next_at, id) WHERE outcome IS NULL;
CREATE INDEX inbox_event_lane ON inbox_event (lane, id) WHERE outcome IS NULL;
CREATE INDEX inbox_event_body ON inbox_event (received_at) WHERE body IS NOT NULL;
CREATE INDEX inbox_event_received ON inbox_event (received_at);
CREATE INDEX inbox_event_parked ON inbox_event (handled_at) WHERE outcome = 'parked';
