package social.kring.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * What was brought to an inbox elsewhere.
 *
 * @param signed whether the signature is that of the activity's actor, and covers this request
 * @param signedAt the date that it gives
 * @param status what was answered
 */
record Arrival(
    String host, Tree activity, boolean signed, Instant signedAt, Instant at, int status) {

  String id() {
    return activity.string("id").orElse("");
  }

  boolean is(String type) {
    return activity.string("type").filter(type::equals).isPresent();
  }

  /** The id of what it is about. */
  Optional<FediUrl> object() {
    return activity.id("object");
  }

  String content() {
    return activity.tree("object").flatMap(object -> object.string("content")).orElse("");
  }

  boolean isTaken() {
    return status >= 200 && status < 300;
  }

  Duration sinceSigned() {
    return Duration.between(signedAt, at);
  }
}
