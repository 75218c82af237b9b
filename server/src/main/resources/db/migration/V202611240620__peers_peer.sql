-- Hosts that this node has met or has a policy for: how they are, and what they speak.
CREATE TABLE peer (
  host text PRIMARY KEY CHECK (host = lower(host)),
  policy text NOT NULL DEFAULT 'none' CHECK (policy IN ('none', 'limited', 'suspended')),
  policy_reason text NOT NULL DEFAULT '',
  policy_at timestamptz,
  failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
  down_until timestamptz,
  last_success_at timestamptz,
  software text,
  software_version text,
  software_at timestamptz,
  signature_dialect text NOT NULL DEFAULT 'cavage' CHECK (signature_dialect IN ('cavage', 'rfc9421')),
  first_seen_at timestamptz NOT NULL,
  CHECK ((failures = 0) = (down_until IS NULL))
);

CREATE INDEX peer_policy ON peer (host) WHERE policy <> 'none';
CREATE INDEX peer_policy_at ON peer (policy_at DESC) WHERE policy_at IS NOT NULL;
CREATE INDEX peer_down_until ON peer (down_until) WHERE down_until IS NOT NULL;

-- For whoever sends: hosts that are not to be asked before that time.
CREATE VIEW peer_down AS
SELECT host, down_until
  FROM peer
 WHERE down_until IS NOT NULL;
