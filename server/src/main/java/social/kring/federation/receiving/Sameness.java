package social.kring.federation.receiving;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import social.kring.protocol.activitystreams.Accept;
import social.kring.protocol.activitystreams.Activity;
import social.kring.protocol.activitystreams.Block;
import social.kring.protocol.activitystreams.Follow;
import social.kring.protocol.activitystreams.ObjectReference;
import social.kring.protocol.activitystreams.Reject;
import social.kring.protocol.activitystreams.Undo;
import social.kring.protocol.url.FediUrl;

/** When two arrivals are the same, and which may not overtake each other. */
final class Sameness {
  private Sameness() {}

  /**
   * By the activity's id. Some give the next Follow or Undo the id of the last one (Misskey), or
   * whatever they do to a post the id of the post (WriteFreely): these are the same only if they
   * come in the very same request.
   */
  static byte[] of(Activity activity, byte[] signature) {
    var digest = sha256();
    digest.update(bytes(activity.actor().text() + " " + activity.id().orElseThrow().text()));
    if (isByState(activity) || hasIdOfObject(activity)) digest.update(signature);
    return digest.digest();
  }

  private static boolean hasIdOfObject(Activity activity) {
    return activity.objectReference().flatMap(ObjectReference::id).equals(activity.id());
  }

  private static boolean isByState(Activity activity) {
    return switch (activity) {
      case Follow follow -> true;
      case Undo undo -> true;
      case Accept accept -> true;
      case Reject reject -> true;
      case Block block -> true;
      default -> false;
    };
  }

  /** What one actor does to one object; an Undo goes with what it undoes. */
  static long lane(Activity activity) {
    var object = object(activity).map(FediUrl::text).orElse("");
    var hash = sha256().digest(bytes(activity.actor().text() + " " + object));
    return ByteBuffer.wrap(hash).getLong();
  }

  private static Optional<FediUrl> object(Activity activity) {
    var reference = activity.objectReference();
    var undone =
        activity instanceof Undo
            ? reference
                .flatMap(ObjectReference::embedded)
                .filter(Activity.class::isInstance)
                .flatMap(act -> object((Activity) act))
            : Optional.<FediUrl>empty();
    return undone.or(() -> reference.flatMap(ObjectReference::id));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
