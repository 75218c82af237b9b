package social.kring.community.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.protocol.Problem;

/**
 * What a token may be used for, as the Mastodon client API names it. A broad scope covers the
 * narrow ones: {@code read} covers {@code read:statuses}.
 */
public final class Scopes {
  /** What an application gets that asks for nothing. */
  public static final Scopes DEFAULT = new Scopes(List.of("read"));

  private static final Set<String> FOLLOW =
      Set.of(
          "read:follows",
          "write:follows",
          "read:blocks",
          "write:blocks",
          "read:mutes",
          "write:mutes");

  private static final Set<String> KNOWN = known();

  private final Set<String> names;

  private Scopes(Collection<String> names) {
    this.names = Set.copyOf(names);
  }

  /**
   * Reads scopes separated by spaces; none at all are {@link #DEFAULT}.
   *
   * @throws Problem INVALID naming a scope that does not exist
   */
  public static Scopes parse(String text) {
    var names = Stream.of(text.strip().split("\\s+")).filter(name -> !name.isEmpty()).toList();
    names.stream()
        .filter(name -> !KNOWN.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw Problem.invalid("there is no scope \"" + name + "\"");
            });
    return names.isEmpty() ? DEFAULT : new Scopes(names);
  }

  /** Whether these allow what needs the scope of this name. */
  public boolean covers(String scope) {
    return names.contains(scope)
        || names.contains("follow") && FOLLOW.contains(scope)
        || names.stream().anyMatch(name -> scope.startsWith(name + ":"));
  }

  /** Whether these allow everything that the others allow. */
  public boolean covers(Scopes others) {
    return others.names.stream()
        .allMatch(
            name ->
                covers(name) || name.equals("follow") && FOLLOW.stream().allMatch(this::covers));
  }

  /** Every scope that exists, for the authorization server's metadata. */
  public static List<String> all() {
    return KNOWN.stream().sorted().toList();
  }

  /** In the order of their names. */
  public List<String> names() {
    return names.stream().sorted().toList();
  }

  /** As OAuth writes them: separated by spaces. */
  public String text() {
    return String.join(" ", names());
  }

  private static Set<String> known() {
    var read =
        narrow(
            "read",
            "accounts blocks bookmarks favourites filters follows lists mutes notifications search"
                + " statuses");
    var write =
        narrow(
            "write",
            "accounts blocks bookmarks conversations favourites filters follows lists media mutes"
                + " notifications reports statuses");
    var administered =
        "accounts reports domain_allows domain_blocks ip_blocks email_domain_blocks"
            + " canonical_email_blocks";
    return Stream.of(
            read,
            write,
            narrow("admin:read", administered),
            narrow("admin:write", administered),
            Stream.of("follow", "push", "profile"))
        .flatMap(part -> part)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<String> narrow(String broad, String parts) {
    return Stream.concat(
        Stream.of(broad), Stream.of(parts.split(" ")).map(part -> broad + ":" + part));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scopes scopes && names.equals(scopes.names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
