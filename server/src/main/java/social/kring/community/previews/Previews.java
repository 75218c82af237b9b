package social.kring.community.previews;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import social.kring.community.Capability;
import social.kring.community.Foundation;
import social.kring.platform.domains.Domains;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.url.FediUrl;

/** What lies behind the links in posts. */
public final class Previews {
  private static final Duration FRESH = Duration.ofDays(14);
  private static final Duration MISSED = Duration.ofDays(1);

  /** Posts reach many nodes at the same moment, whose requests the linked site shall survive. */
  private static final Duration SPREAD = Duration.ofSeconds(60);

  private final PreviewTable previews = new PreviewTable();
  private final LinkTable links = new LinkTable();
  private final Foundation base;
  private final Domains domains;
  private final Pages pages;
  private final RandomGenerator random;
  private final boolean wanted;

  /**
   * @param wanted whether there shall be any that are not there already
   */
  public Previews(
      Foundation base, Domains domains, Pages pages, RandomGenerator random, boolean wanted) {
    this.base = base;
    this.domains = domains;
    this.pages = pages;
    this.random = random;
    this.wanted = wanted;
  }

  public Capability capability() {
    return Capability.named("previews")
        .working(
            new PreviewFetch(base, previews, links, pages),
            new PreviewSweep(previews, base.database(), base.clock()));
  }

  /** What there is to see of the links of these posts, by post. */
  public Map<Long, Preview> of(Queries queries, Collection<Long> posts) {
    return posts.isEmpty() ? Map.of() : links.cards(queries, posts);
  }

  /** Whether an address may have a preview: pages of this node have none. */
  public boolean mayShow(FediUrl url) {
    return wanted && !domains.serves(url);
  }

  /** These posts link there from now on, and nowhere else. */
  public void link(Transaction tx, List<Link> all) {
    if (all.isEmpty()) return;
    var byUrl =
        previews
            .take(
                tx, all.stream().map(Link::url).collect(Collectors.toUnmodifiableSet()), base.ids())
            .stream()
            .collect(Collectors.toUnmodifiableMap(PreviewRow::url, Function.identity()));
    var now =
        all.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Link::post, link -> byUrl.get(link.url()).id(), (one, later) -> later));
    replace(tx, now);
    for (var row : byUrl.values()) {
      fetchLater(tx, row, all);
      tellOf(tx, row, now);
    }
  }

  private void replace(Transaction tx, Map<Long, Long> now) {
    var before = new HashMap<>(links.of(tx, now.keySet()));
    before.entrySet().removeIf(link -> link.getValue().equals(now.get(link.getKey())));
    links.put(tx, now);
    release(tx, before);
  }

  /** These posts link to nothing any longer. */
  public void unlink(Transaction tx, Collection<Long> posts) {
    if (posts.isEmpty()) return;
    var before = links.of(tx, posts);
    links.delete(tx, before.keySet());
    release(tx, before);
  }

  /** What these posts showed, they show no longer. */
  private void release(Transaction tx, Map<Long, Long> before) {
    if (before.isEmpty()) return;
    var posts = before.keySet().stream().collect(Collectors.groupingBy(post -> before.get(post)));
    previews.release(tx, posts.keySet(), base.clock().instant());
    posts.forEach((preview, gone) -> tell(tx, preview, gone));
  }

  private void tell(Transaction tx, long preview, List<Long> posts) {
    base.events().record(tx, PreviewFetch.shown(preview, posts));
  }

  private void tellOf(Transaction tx, PreviewRow row, Map<Long, Long> now) {
    if (row.card().isEmpty()) return;
    tell(tx, row.id(), now.keySet().stream().filter(post -> now.get(post) == row.id()).toList());
  }

  private void fetchLater(Transaction tx, PreviewRow row, List<Link> all) {
    var now = base.clock().instant();
    var awaited = all.stream().anyMatch(link -> link.local() && link.url().equals(row.url()));
    var isDue = isDue(row, now);
    if (!isDue && !(awaited && row.fetched().isEmpty())) return;
    if (isDue) previews.want(tx, row.id(), now);
    base.jobs()
        .schedule(
            tx,
            PreviewFetch.KIND,
            Long.toString(row.id()),
            PreviewFetch.details(row.id(), 0),
            awaited ? now : now.plusMillis(random.nextLong(SPREAD.toMillis())));
  }

  private static boolean isDue(PreviewRow row, Instant now) {
    var lasts = row.card().isPresent() ? FRESH : MISSED;
    return row.wanted().filter(wanted -> wanted.plus(lasts).isAfter(now)).isEmpty();
  }
}
