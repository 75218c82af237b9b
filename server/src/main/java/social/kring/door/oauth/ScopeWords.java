package social.kring.door.oauth;

import java.util.List;
import java.util.Map;
import social.kring.community.access.Scopes;

/** Says in words what scopes allow, for those who decide about them. */
public final class ScopeWords {
  private static final Map<String, String> BROAD =
      Map.of(
          "read", "Read everything that you can read, private messages included",
          "write", "Post, edit and delete in your name, and change your profile and settings",
          "follow", "Follow, unfollow, mute and block people in your name",
          "push", "Send you notifications",
          "profile", "See your name, handle and picture",
          "admin:read", "Read what only administrators can read",
          "admin:write", "Change what only administrators can change");

  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("accounts", "profiles"),
          Map.entry("blocks", "blocks"),
          Map.entry("bookmarks", "bookmarks"),
          Map.entry("conversations", "conversations"),
          Map.entry("favourites", "favourites"),
          Map.entry("filters", "filters"),
          Map.entry("follows", "follows"),
          Map.entry("lists", "lists"),
          Map.entry("media", "pictures and files"),
          Map.entry("mutes", "mutes"),
          Map.entry("notifications", "notifications"),
          Map.entry("reports", "reports"),
          Map.entry("search", "search results"),
          Map.entry("statuses", "posts"));

  private ScopeWords() {}

  /** A sentence for each. */
  public static List<String> of(Scopes scopes) {
    return scopes.names().stream().map(ScopeWords::of).toList();
  }

  private static String of(String scope) {
    var colon = scope.lastIndexOf(':');
    var part = scope.substring(colon + 1);
    return BROAD.containsKey(scope)
        ? BROAD.get(scope)
        : switch (scope.substring(0, colon)) {
          case "read" -> "Read your " + words(part);
          case "write" -> "Change your " + words(part);
          case "admin:read" -> "Read, as an administrator, everyone's " + words(part);
          default -> "Change, as an administrator, everyone's " + words(part);
        };
  }

  private static String words(String part) {
    return PARTS.getOrDefault(part, part.replace('_', ' '));
  }
}
