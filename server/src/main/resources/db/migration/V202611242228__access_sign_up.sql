-- A new address counts once a link that was sent there has been opened.
ALTER TABLE account ADD COLUMN unconfirmed_email text;

COMMENT ON COLUMN account.unconfirmed_email IS 'what email shall become';

CREATE INDEX account_waiting ON account (actor_id) WHERE approved_at IS NULL OR confirmed_at IS NULL;

-- How somebody came who signed up by herself.
CREATE TABLE sign_up (
  actor_id bigint PRIMARY KEY REFERENCES account (actor_id) ON DELETE CASCADE,
  application_id bigint,
  invite_id bigint,
  reason text,
  locale text
);

COMMENT ON COLUMN sign_up.application_id IS 'the app that she signed up with; apps come and go';

-- Proof that somebody reads an address: sent there, good once, for a while.
CREATE TABLE mail_link (
  token_hash bytea PRIMARY KEY,
  actor_id bigint NOT NULL REFERENCES account (actor_id) ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('confirm', 'reset')),
  email text NOT NULL,
  issued_at timestamptz NOT NULL
);

CREATE INDEX mail_link_by_actor ON mail_link (actor_id, purpose);
CREATE INDEX mail_link_by_issue ON mail_link (issued_at);

CREATE TABLE invite (
  id bigint PRIMARY KEY,
  code_hash bytea NOT NULL UNIQUE,
  made_by bigint REFERENCES account (actor_id),
  note text NOT NULL,
  most_uses integer,
  uses integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz
);

COMMENT ON COLUMN invite.made_by IS 'absent: the operator on the command line';

CREATE INDEX invite_by_maker ON invite (made_by, id);
