-- Who may sign in as a person here.
CREATE TABLE account (
  actor_id bigint PRIMARY KEY REFERENCES actor (id),
  email text NOT NULL,
  password_hash text NOT NULL,
  role text NOT NULL CHECK (role IN ('member', 'moderator', 'admin', 'owner')),
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  approved_at timestamptz,
  suspended_at timestamptz
);

COMMENT ON COLUMN account.password_hash IS 'Argon2id, as a PHC string';

CREATE UNIQUE INDEX account_by_email ON account (lower(email));
CREATE INDEX account_by_creation ON account (created_at, actor_id);

CREATE TABLE oauth_application (
  id bigint PRIMARY KEY,
  client_id text NOT NULL UNIQUE,
  secret_hash bytea NOT NULL,
  name text NOT NULL,
  website text,
  redirect_uris text[] NOT NULL,
  scopes text NOT NULL,
  created_at timestamptz NOT NULL,
  used_at timestamptz
);

COMMENT ON COLUMN oauth_application.used_at IS 'when it first got a token';

CREATE INDEX oauth_application_unused ON oauth_application (created_at) WHERE used_at IS NULL;

CREATE TABLE oauth_code (
  code_hash bytea PRIMARY KEY,
  application_id bigint NOT NULL REFERENCES oauth_application (id) ON DELETE CASCADE,
  actor_id bigint NOT NULL REFERENCES account (actor_id),
  redirect_uri text NOT NULL,
  scopes text NOT NULL,
  challenge text,
  issued_at timestamptz NOT NULL,
  used_at timestamptz
);

COMMENT ON COLUMN oauth_code.challenge IS 'PKCE code_challenge by S256, RFC 7636';

CREATE INDEX oauth_code_by_issue ON oauth_code (issued_at);
CREATE INDEX oauth_code_by_application ON oauth_code (application_id);
CREATE INDEX oauth_code_by_actor ON oauth_code (actor_id);

CREATE TABLE access_token (
  id bigint PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  application_id bigint REFERENCES oauth_application (id) ON DELETE CASCADE,
  actor_id bigint REFERENCES account (actor_id),
  scopes text NOT NULL,
  code_hash bytea,
  made_by text,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz
);

COMMENT ON COLUMN access_token.actor_id IS 'absent: the application itself (client credentials)';
COMMENT ON COLUMN access_token.made_by IS 'the operator who made it for the person, if it was one';

CREATE INDEX access_token_by_actor ON access_token (actor_id, id);
CREATE INDEX access_token_by_application ON access_token (application_id);
CREATE INDEX access_token_by_code ON access_token (code_hash) WHERE code_hash IS NOT NULL;

CREATE TABLE browser_session (
  id bigint PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  actor_id bigint NOT NULL REFERENCES account (actor_id),
  user_agent text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL
);

CREATE INDEX browser_session_by_actor ON browser_session (actor_id, id);
CREATE INDEX browser_session_by_use ON browser_session (last_used_at);

-- Attempts that count towards a limit: failed sign-ins by account and by address, sign-ups by address.
CREATE TABLE access_attempt (
  id bigint PRIMARY KEY,
  subject text NOT NULL,
  attempted_at timestamptz NOT NULL
);

CREATE INDEX access_attempt_by_subject ON access_attempt (subject, attempted_at);
CREATE INDEX access_attempt_by_time ON access_attempt (attempted_at);
