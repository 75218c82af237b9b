package social.kring.door.mastodon.entities;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** Someone, as they see themselves. */
public record CredentialAccount(@JsonUnwrapped Account account, Source source, Role role) {

  /** What its owner edits: plain text, not what it becomes. */
  public record Source(
      List<String> attributionDomains,
      String note,
      List<Field> fields,
      String privacy,
      boolean sensitive,
      String language,
      long followRequestsCount,
      boolean hideCollections,
      boolean discoverable,
      boolean indexable,
      String quotePolicy) {}
}
