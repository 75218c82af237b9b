-- Work for later. While a job runs, due_at is the end of its lease: who finds it due may have it.
CREATE TABLE job (
  id bigint PRIMARY KEY,
  kind text NOT NULL,
  key text NOT NULL,
  details jsonb NOT NULL,
  due_at timestamptz NOT NULL,
  holder text,
  again_at timestamptz,
  tries int NOT NULL DEFAULT 0,
  reason text,
  parked_at timestamptz
);
COMMENT ON COLUMN job.holder IS 'the process that runs it';
COMMENT ON COLUMN job.again_at IS 'it was asked for again while it was running';

CREATE UNIQUE INDEX job_by_key ON job (kind, key) WHERE parked_at IS NULL;
CREATE INDEX job_due ON job (due_at) WHERE parked_at IS NULL;
CREATE INDEX job_parked ON job (parked_at) WHERE parked_at IS NOT NULL;
CREATE INDEX job_by_holder ON job (holder) WHERE holder IS NOT NULL;
