-- The domains that this node answers for.
CREATE TABLE domain (
  authority text PRIMARY KEY CHECK (authority = lower(authority)),
  scheme text NOT NULL CHECK (scheme IN ('http', 'https')),
  added_at timestamptz NOT NULL DEFAULT now()
);
