package social.kring.community.search;

import java.util.List;
import social.kring.community.posts.PostEntry;
import social.kring.federation.actors.ActorRow;

/**
 * What was found.
 *
 * @param tags in lower case, without the number sign
 */
public record SearchResult(List<ActorRow> accounts, List<PostEntry> posts, List<String> tags) {
  public static final SearchResult NOTHING = new SearchResult(List.of(), List.of(), List.of());

  public SearchResult {
    accounts = List.copyOf(accounts);
    posts = List.copyOf(posts);
    tags = List.copyOf(tags);
  }

  static SearchResult account(ActorRow found) {
    return new SearchResult(List.of(found), List.of(), List.of());
  }

  static SearchResult post(PostEntry found) {
    return new SearchResult(List.of(), List.of(found), List.of());
  }

  boolean isEmpty() {
    return accounts.isEmpty() && posts.isEmpty() && tags.isEmpty();
  }
}
