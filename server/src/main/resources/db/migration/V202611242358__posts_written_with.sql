-- The app that a post was written with, as {"name", "website"}.
ALTER TABLE post ADD COLUMN written_with jsonb;
