-- Activities that are on their way, each once for all its deliveries.
CREATE TABLE outgoing_activity (
  id bigint PRIMARY KEY,
  sender_id bigint NOT NULL,
  body text NOT NULL,
  queued_at timestamptz NOT NULL
);
COMMENT ON COLUMN outgoing_activity.id IS 'of the event that told of it';

CREATE INDEX outgoing_activity_by_time ON outgoing_activity (queued_at, id);

-- What one inbox has yet to get. A parked one was given up.
CREATE TABLE delivery (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  activity_id bigint NOT NULL,
  host text NOT NULL,
  sender_id bigint NOT NULL,
  inbox text NOT NULL,
  tries int NOT NULL DEFAULT 0,
  reason text,
  parked_at timestamptz
);
CREATE INDEX delivery_waiting ON delivery (host, sender_id, id) WHERE parked_at IS NULL;
CREATE INDEX delivery_by_activity ON delivery (activity_id);
CREATE INDEX delivery_parked ON delivery (parked_at) WHERE parked_at IS NOT NULL;

-- Hosts that deliveries wait for. due_at is when a lane can next be had; the row's lock guards all
-- lanes of the host.
CREATE TABLE delivery_host (
  host text PRIMARY KEY,
  due_at timestamptz NOT NULL,
  rests_until timestamptz NOT NULL DEFAULT 'epoch',
  well boolean NOT NULL
);
CREATE INDEX delivery_host_due ON delivery_host (well, due_at);
CREATE INDEX delivery_host_resting ON delivery_host (rests_until);

-- Deliveries of one sender to one host, one after the other. While somebody works on a lane, due_at
-- is the end of the lease.
CREATE TABLE delivery_lane (
  host text NOT NULL,
  sender_id bigint NOT NULL,
  due_at timestamptz NOT NULL,
  holder text,
  PRIMARY KEY (host, sender_id)
);
CREATE INDEX delivery_lane_due ON delivery_lane (host, due_at);
CREATE INDEX delivery_lane_by_holder ON delivery_lane (holder) WHERE holder IS NOT NULL;

-- Inboxes that said that they are gone for good.
CREATE TABLE inbox_gone (
  inbox text PRIMARY KEY,
  gone_at timestamptz NOT NULL
);

-- How often hosts refused what was sent to them.
CREATE TABLE delivery_refusal (
  host text NOT NULL,
  reason text NOT NULL,
  times bigint NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (host, reason)
);
