package social.kring.door.mastodon.entities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A post as it once was. */
public record StatusEdit(
    String content,
    String spoilerText,
    boolean sensitive,
    Instant createdAt,
    Account account,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<EditedPoll> poll,
    List<MediaAttachment> mediaAttachments,
    List<CustomEmoji> emojis) {

  /** The choices that it then offered. */
  public record EditedPoll(List<Choice> options) {

    /** One of them. */
    public record Choice(String title) {}
  }
}
