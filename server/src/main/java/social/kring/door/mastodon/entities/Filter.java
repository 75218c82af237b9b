package social.kring.door.mastodon.entities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What somebody does not want to read; beside a post without what it looks for. */
public record Filter(
    String id,
    String title,
    List<String> context,
    Optional<Instant> expiresAt,
    String filterAction,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<FilterKeyword>> keywords,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<FilterStatus>> statuses) {

  /** Words that it looks for. */
  public record FilterKeyword(String id, String keyword, boolean wholeWord) {}

  /** A post that it is for. */
  public record FilterStatus(String id, String statusId) {}

  /** Why it matches a post. */
  public record FilterResult(
      Filter filter, Optional<List<String>> keywordMatches, Optional<List<String>> statusMatches) {}
}
