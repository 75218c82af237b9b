-- Whoever mutes a host mutes everyone on it.
CREATE OR REPLACE VIEW muted_by AS
SELECT muter_id AS viewer_id, muted_id, hides_notifications
  FROM mute
 WHERE expires_at IS NULL OR expires_at > now()
UNION ALL
SELECT d.owner_id AS viewer_id, a.id AS muted_id, true AS hides_notifications
  FROM domain_mute AS d
  JOIN actor AS a ON a.authority = d.host AND NOT a.local;
