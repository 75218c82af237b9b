-- Who has taken an activity up: a process that starts again takes up at once what it left behind,
-- rather than wait until its own time is over.
ALTER TABLE inbox_event ADD COLUMN holder text;
CREATE INDEX inbox_event_by_holder ON inbox_event (holder) WHERE holder IS NOT NULL;
