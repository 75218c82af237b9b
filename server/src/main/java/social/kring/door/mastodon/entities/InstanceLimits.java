package social.kring.door.mastodon.entities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/** How much of what a node takes. */
public final class InstanceLimits {
  private InstanceLimits() {}

  public record Statuses(
      int maxCharacters, int maxMediaAttachments, int charactersReservedPerUrl) {}

  /**
   * @param descriptionLimit not told by the older document
   */
  public record Media(
      List<String> supportedMimeTypes,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> descriptionLimit,
      long imageSizeLimit,
      long imageMatrixLimit,
      long videoSizeLimit,
      int videoFrameRateLimit,
      long videoMatrixLimit) {}

  public record Polls(
      int maxOptions, int maxCharactersPerOption, long minExpiration, long maxExpiration) {}
}
