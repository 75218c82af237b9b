package social.kring.door.mastodon.entities;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The node, as apps get to know it. */
public record Instance(
    String domain,
    String title,
    String version,
    String sourceUrl,
    String description,
    Usage usage,
    Thumbnail thumbnail,
    List<Object> icon,
    List<String> languages,
    Configuration configuration,
    Registrations registrations,
    Map<String, Integer> apiVersions,
    Contact contact,
    List<Rule> rules) {

  public record Usage(Users users) {}

  public record Users(long activeMonth) {}

  public record Thumbnail(String url) {}

  /**
   * Whether people can sign up.
   *
   * @param url where, if not here
   */
  public record Registrations(
      boolean enabled,
      boolean approvalRequired,
      Optional<String> message,
      Optional<Integer> minAge,
      Optional<Boolean> reasonRequired,
      Optional<String> url) {}

  public record Contact(String email, Optional<Account> account) {}

  /** What the node takes, and how much of it. */
  public record Configuration(
      Urls urls,
      Map<String, String> vapid,
      Accounts accounts,
      InstanceLimits.Statuses statuses,
      InstanceLimits.Media mediaAttachments,
      InstanceLimits.Polls polls,
      Map<String, Boolean> translation,
      Map<String, Feed> timelinesAccess,
      boolean limitedFederation) {}

  public record Urls(
      String streaming,
      Optional<String> status,
      String about,
      Optional<String> privacyPolicy,
      Optional<String> termsOfService) {}

  public record Accounts(int maxFeaturedTags, int maxPinnedStatuses) {}

  /** Who may read a kind of list. */
  public record Feed(@JsonProperty("local") String here, @JsonProperty("remote") String elsewhere) {
    public static final Feed OPEN = new Feed("public", "public");
  }
}
