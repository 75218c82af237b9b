-- What lies behind links in posts, as far as it could be had. One row a link, however many posts.
CREATE TABLE preview (
  id bigint PRIMARY KEY,
  url text NOT NULL UNIQUE,
  card jsonb,
  wanted_at timestamptz,
  fetched_at timestamptz,
  unlinked_at timestamptz
);
COMMENT ON COLUMN preview.card IS 'what is shown of it; null: nothing was found, or not yet';
COMMENT ON COLUMN preview.wanted_at IS 'when a fetch was last left to the jobs';
COMMENT ON COLUMN preview.unlinked_at IS 'since when perhaps no post links to it';
CREATE INDEX preview_unlinked ON preview (unlinked_at) WHERE unlinked_at IS NOT NULL;

-- Which preview a post shows.
CREATE TABLE preview_link (
  post_id bigint PRIMARY KEY REFERENCES post (id),
  preview_id bigint NOT NULL REFERENCES preview (id)
);
CREATE INDEX preview_link_by_preview ON preview_link (preview_id, post_id);
