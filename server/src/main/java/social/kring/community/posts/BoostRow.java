package social.kring.community.posts;

import java.time.Instant;
import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.protocol.url.FediUrl;

/**
 * A post shown to others by somebody, as it is stored.
 *
 * @param id ours, sorts among those of posts; the client API shows a boost as a status of its own
 * @param uri id of the Announce
 * @param booster the actor's id
 */
public record BoostRow(
    long id, FediUrl uri, long booster, long post, Visibility visibility, Instant at) {

  /** Whether everyone may see it. */
  boolean open() {
    return visibility == Visibility.PUBLIC || visibility == Visibility.UNLISTED;
  }
}
