package social.kring.community.relationships;

/** Why a follow or a request for one ended. */
public enum EndReason {
  /** The follower no longer wants it. */
  UNDONE,
  /** The followed person refused it or removed the follower. */
  REJECTED,
  /** One of the two blocked the other. */
  BLOCKED,
  /** The followed actor moved, and the follower went along. */
  MOVED,
  /** One of the two is gone. */
  DELETED,
  /** The node no longer deals with the other's host. */
  HOST_BLOCKED
}
