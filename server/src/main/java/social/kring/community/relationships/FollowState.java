package social.kring.community.relationships;

/** What became of the wish to follow somebody. */
public enum FollowState {
  REQUESTED,
  ACCEPTED
}
