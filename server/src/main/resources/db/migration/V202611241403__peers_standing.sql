-- For whoever sends: how hosts are and what they speak. A host is well once it has done what it was
-- asked, until it fails.
CREATE VIEW peer_standing AS
SELECT host, failures = 0 AND last_success_at IS NOT NULL AS well, down_until, signature_dialect
  FROM peer;
