package social.kring.door.mastodon.entities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/** A hashtag. */
public record Tag(
    String id,
    String name,
    String url,
    List<Day> history,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Boolean> following,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Boolean> featuring) {

  /**
   * How much it was used on a day.
   *
   * @param day seconds since 1970, at midnight
   */
  public record Day(String day, String uses, String accounts) {}
}
