-- Pictures that people here uploaded. The files lie beside the database.
CREATE TABLE picture (
  id bigint PRIMARY KEY,
  owner_id bigint NOT NULL REFERENCES actor (id),
  name text NOT NULL UNIQUE,
  media_type text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  bytes integer NOT NULL,
  made_at timestamptz NOT NULL,
  stored_at timestamptz,
  released_at timestamptz
);

COMMENT ON COLUMN picture.stored_at IS 'when its file was on the disk';
COMMENT ON COLUMN picture.released_at IS 'when its owner ceased to show it';

CREATE INDEX picture_by_owner ON picture (owner_id);
CREATE INDEX picture_unfinished ON picture (made_at) WHERE stored_at IS NULL;
CREATE INDEX picture_released ON picture (released_at) WHERE released_at IS NOT NULL;
