-- Pictures that people here write as shortcodes.
CREATE TABLE custom_emoji (
  shortcode text PRIMARY KEY,
  url text NOT NULL,
  category text,
  added_at timestamptz NOT NULL
);
COMMENT ON COLUMN custom_emoji.shortcode IS 'without its colons';
