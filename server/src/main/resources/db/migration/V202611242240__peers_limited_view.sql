-- For others to join: hosts whose people are shown to their followers only. All below them, too.
CREATE VIEW peer_limited AS
SELECT host
  FROM peer
 WHERE policy = 'limited';
