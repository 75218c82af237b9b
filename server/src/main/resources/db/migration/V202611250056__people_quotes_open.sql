-- Where nobody said otherwise everyone could quote so far: from now on the setting says so, and holds.
ALTER TABLE person ALTER COLUMN default_quote_policy SET DEFAULT 'public';
UPDATE person SET default_quote_policy = 'public' WHERE default_quote_policy = 'nobody';
