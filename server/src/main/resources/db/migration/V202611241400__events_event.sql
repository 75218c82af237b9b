-- The node's log. Rows are narrow, since each is written twice: once when it happens, once when it
-- gets its number.
CREATE TABLE event (
  turn bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id bigint NOT NULL,
  number bigint,
  kind text NOT NULL,
  subject bigint NOT NULL,
  details jsonb NOT NULL,
  recorded_at timestamptz NOT NULL
);
COMMENT ON COLUMN event.turn IS 'the order of recording; of one subject it is the order of happening, since its row is locked';
COMMENT ON COLUMN event.number IS 'the order of the log, given after the commit';

CREATE INDEX event_unnumbered ON event (turn) WHERE number IS NULL;
CREATE UNIQUE INDEX event_by_number ON event (number) WHERE number IS NOT NULL;

-- What peers shall hear of an event.
CREATE TABLE event_publication (
  turn bigint PRIMARY KEY,
  sender_id bigint NOT NULL,
  activity text NOT NULL,
  audiences text[] NOT NULL,
  audience_ids bigint[] NOT NULL,
  CHECK (cardinality(audiences) = cardinality(audience_ids))
);

-- How far the relay has numbered the log and each consumer has followed it.
CREATE TABLE event_cursor (
  name text PRIMARY KEY,
  number bigint NOT NULL,
  moved_at timestamptz NOT NULL
);
INSERT INTO event_cursor (name, number, moved_at) VALUES ('events.relay', 0, now());

-- Events that a consumer could not take. A parked one was passed over.
CREATE TABLE event_failure (
  consumer text NOT NULL,
  number bigint NOT NULL,
  id bigint NOT NULL,
  kind text NOT NULL,
  subject bigint NOT NULL,
  details jsonb NOT NULL,
  tries int NOT NULL,
  reason text NOT NULL,
  failed_at timestamptz NOT NULL,
  parked_at timestamptz,
  PRIMARY KEY (consumer, number)
);
CREATE INDEX event_parked ON event_failure (parked_at) WHERE parked_at IS NOT NULL;
