-- How many uploads of somebody wait for a post is counted at each upload.
CREATE INDEX upload_idle_by_owner ON upload (owner_id) WHERE idle_since IS NOT NULL;
