package social.kring.door.activitypub;

import java.util.Optional;
import social.kring.community.Reader;
import social.kring.protocol.Problem;

/**
 * Who asks for a document.
 *
 * @param unproven why it is not who it says
 */
record Asking(Reader reader, Optional<Problem> unproven) {
  static final Asking PUBLIC = new Asking(Reader.PUBLIC, Optional.empty());

  static Asking unproven(Problem why) {
    return new Asking(Reader.PUBLIC, Optional.of(why));
  }
}
