package social.kring.community.relationships;

import java.time.Instant;
import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/**
 * A follow as it is stored.
 *
 * @param activity id of the Follow as its author gave it
 * @param acceptedAt empty while it is a request
 */
record FollowRow(
    long id,
    long follower,
    long followed,
    FediUrl activity,
    FollowPreferences preferences,
    Optional<Instant> acceptedAt) {

  boolean accepted() {
    return acceptedAt.isPresent();
  }

  FollowState state() {
    return accepted() ? FollowState.ACCEPTED : FollowState.REQUESTED;
  }
}
