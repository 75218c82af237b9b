package social.kring.community.posts;

import java.util.Optional;

/** What a person may add to what she writes. */
public record Extras(Optional<PollDraft> poll) {
  public static final Extras NONE = new Extras(Optional.empty());
}
