package social.kring.door.mastodon.entities;

import java.util.Optional;

/** What a post quotes. */
public record Quote(String state, Optional<Status> quotedStatus) {

  /** What a quoted post quotes itself. */
  public record Shallow(String state, Optional<String> quotedStatusId) {}
}
