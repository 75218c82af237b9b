-- For others to join: who looks after the node.
CREATE VIEW account_staff AS
SELECT actor_id
  FROM account
 WHERE role <> 'member'
   AND confirmed_at IS NOT NULL AND approved_at IS NOT NULL AND suspended_at IS NULL;

CREATE INDEX account_by_role ON account (actor_id) WHERE role <> 'member';
