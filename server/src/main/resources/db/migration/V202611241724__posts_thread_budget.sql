-- How much was fetched lately for a thread, or from a host for all threads: no thread is endless.
CREATE TABLE post_thread_budget (
  purse bytea PRIMARY KEY,
  since timestamptz NOT NULL,
  spent int NOT NULL
);
COMMENT ON COLUMN post_thread_budget.purse IS 'digest of what the thread calls itself, or of the host';
CREATE INDEX post_thread_budget_by_time ON post_thread_budget (since);
