package social.kring.protocol.activitystreams;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * Whom something is for. ActivityPub §5.6, §6.
 *
 * @param to those it is addressed to; at most 200 count, as for {@code cc}
 * @param cc those who get a copy
 */
public record Audience(Set<FediUrl> to, Set<FediUrl> cc) {
  public static final FediUrl PUBLIC =
      FediUrl.parse("https://www.w3.org/ns/activitystreams#Public");

  private static final Set<String> PUBLIC_NAMES = Set.of("as:Public", "Public", PUBLIC.text());
  private static final int MOST = 200;

  public Audience {
    to = Set.copyOf(to);
    cc = Set.copyOf(cc);
  }

  /** Who may see a post, as Mastodon tells it from its audience. */
  public enum Visibility {
    PUBLIC,
    UNLISTED,
    PRIVATE,
    DIRECT
  }

  static Audience of(Tree tree) {
    return new Audience(
        addressees(Stream.of("to", "bto"), tree), addressees(Stream.of("cc", "bcc"), tree));
  }

  /** Everyone's named there, and the author's followers, or only some. */
  public Visibility visibility(Optional<FediUrl> followers) {
    if (to.contains(PUBLIC)) return Visibility.PUBLIC;
    if (cc.contains(PUBLIC)) return Visibility.UNLISTED;
    return followers.filter(this::includes).isPresent() ? Visibility.PRIVATE : Visibility.DIRECT;
  }

  public boolean isPublic() {
    return includes(PUBLIC);
  }

  public boolean includes(FediUrl actor) {
    return to.contains(actor) || cc.contains(actor);
  }

  /** All addressees but the public. */
  public Set<FediUrl> named() {
    var all = new LinkedHashSet<>(to);
    all.addAll(cc);
    all.remove(PUBLIC);
    return Set.copyOf(all);
  }

  private static Set<FediUrl> addressees(Stream<String> names, Tree tree) {
    return names
        .flatMap(name -> addressees(tree, name))
        .collect(LinkedHashSet::new, Set::add, Set::addAll);
  }

  private static Stream<FediUrl> addressees(Tree tree, String name) {
    var strings = tree.strings(name);
    var written = strings.isEmpty() ? tree.ids(name).stream().map(FediUrl::text).toList() : strings;
    return written.stream().limit(MOST).flatMap(Audience::addressee);
  }

  private static Stream<FediUrl> addressee(String text) {
    return PUBLIC_NAMES.contains(text) ? Stream.of(PUBLIC) : FediUrl.tryParse(text).stream();
  }

  /** As a document says it. */
  public static List<FediUrl> listed(Set<FediUrl> addressees) {
    return addressees.stream().sorted().toList();
  }
}
