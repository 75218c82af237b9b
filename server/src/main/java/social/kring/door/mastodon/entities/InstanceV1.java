package social.kring.door.mastodon.entities;

import java.util.List;
import java.util.Optional;

/** The node, as older apps get to know it. */
public record InstanceV1(
    String uri,
    String title,
    String shortDescription,
    String description,
    String email,
    String version,
    Urls urls,
    Stats stats,
    Optional<String> thumbnail,
    List<String> languages,
    boolean registrations,
    boolean approvalRequired,
    boolean invitesEnabled,
    Configuration configuration,
    Optional<Account> contactAccount,
    List<Rule> rules) {

  public record Urls(String streamingApi) {}

  public record Stats(long userCount, long statusCount, long domainCount) {}

  public record Configuration(
      Accounts accounts,
      InstanceLimits.Statuses statuses,
      InstanceLimits.Media mediaAttachments,
      InstanceLimits.Polls polls) {}

  public record Accounts(int maxFeaturedTags) {}
}
