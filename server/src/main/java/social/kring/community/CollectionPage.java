package social.kring.community;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * An address as it was asked for: a collection, or a page of it, which is the collection's address
 * with {@code page=first} or the id that the page begins after.
 *
 * @param start where the page begins; empty for the collection itself
 */
public record CollectionPage(FediUrl collection, Optional<Long> start) {
  private static final String CONTEXT = "https://www.w3.org/ns/activitystreams";
  private static final BigInteger LAST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final Pattern PAGE = Pattern.compile("(.+)[?&]page=(first|[0-9]{1,19})");

  public static CollectionPage asked(FediUrl id) {
    var parts = PAGE.matcher(id.text());
    return parts.matches()
        ? new CollectionPage(FediUrl.parse(parts.group(1)), Optional.of(start(parts.group(2))))
        : new CollectionPage(id, Optional.empty());
  }

  public boolean isPage() {
    return start.isPresent();
  }

  public long before() {
    return start.orElse(Long.MAX_VALUE);
  }

  public Tree collection(long total, boolean showsMembers) {
    return Tree.builder()
        .put("@context", CONTEXT)
        .put("id", collection)
        .put("type", "OrderedCollection")
        .put("totalItems", total)
        .put("first", Optional.of(address("first")).filter(first -> showsMembers))
        .build();
  }

  public Tree page(List<?> members, Optional<Long> next) {
    return Tree.builder()
        .put("@context", CONTEXT)
        .put("id", address(before() == Long.MAX_VALUE ? "first" : Long.toString(before())))
        .put("type", "OrderedCollectionPage")
        .put("partOf", collection)
        .put("orderedItems", members)
        .put("next", next.map(id -> address(Long.toString(id))))
        .build();
  }

  private String address(String page) {
    var joint = collection.text().contains("?") ? "&" : "?";
    return collection.text() + joint + "page=" + page;
  }

  /** A number that is too large for an id comes after all of them. */
  private static Long start(String page) {
    var start = page.equals("first") ? LAST : new BigInteger(page);
    return start.min(LAST).longValueExact();
  }
}
