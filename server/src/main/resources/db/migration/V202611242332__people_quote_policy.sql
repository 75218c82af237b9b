-- Who may quote what a person posts, where she does not say otherwise.
ALTER TABLE person ADD COLUMN default_quote_policy text NOT NULL DEFAULT 'nobody'
  CHECK (default_quote_policy IN ('public', 'followers', 'nobody'));
