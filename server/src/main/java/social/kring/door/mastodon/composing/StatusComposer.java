package social.kring.door.mastodon.composing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.filters.Filters;
import social.kring.community.posts.EntryQuery;
import social.kring.community.posts.PostEntry;
import social.kring.community.posts.PostReading;
import social.kring.community.posts.PostView;
import social.kring.community.posts.Stamped;
import social.kring.door.mastodon.entities.Status;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/**
 * Composes posts and boosts. What everyone sees alike is rendered once, and again when its stamp is
 * another; what the viewer did is laid over it. A page takes one query, nine more where something
 * on it is new, and a few more where the viewer's filters are not at hand.
 */
public final class StatusComposer {
  private final PostReading reading;
  private final StatusRenderer renderer;
  private final StatusShelf shelf;
  private final Filters filters;

  public StatusComposer(
      PostReading reading,
      AccountComposer accounts,
      BodyComposer bodies,
      Faces faces,
      Filters filters) {
    this.reading = reading;
    this.renderer = new StatusRenderer(reading.posts(), accounts, bodies, faces);
    this.shelf = new StatusShelf(accounts);
    this.filters = filters;
  }

  /**
   * In their order. Whether the viewer may see them has been asked before.
   *
   * @param viewer the actor's id; 0 is the public
   */
  public List<Status> of(Queries queries, long viewer, List<PostEntry> entries) {
    return shown(queries, viewer, reading.stamps().of(queries, viewer, entries), true);
  }

  /** A page of a list that the viewer asked for, found by the same query. */
  public Page page(Queries queries, long viewer, EntryQuery list) {
    var stamped = reading.stamps().of(queries, list);
    return new Page(
        stamped.stream().map(Stamped::entry).toList(), shown(queries, viewer, stamped, true));
  }

  /** What was found, and how it shows. */
  public record Page(List<PostEntry> entries, List<Status> statuses) {}

  /**
   * @param whole whether what they quote is shown, or only named
   */
  private List<Status> shown(Queries queries, long viewer, List<Stamped> stamped, boolean whole) {
    var renderings = renderings(queries, stamped);
    var viewing =
        new Viewing(
            viewer,
            filters.active(queries, viewer),
            votes(queries, viewer, renderings.values()),
            quoted(queries, viewer, renderings.values(), whole));
    return stamped.stream()
        .flatMap(
            each ->
                Stream.ofNullable(renderings.get(each.entry().id()))
                    .map(rendering -> rendering.seenBy(viewing, each)))
        .toList();
  }

  /** Nothing is asked for where nothing is quoted, and all may quote or none. */
  private Quoted quoted(
      Queries queries, long viewer, Collection<Rendering> renderings, boolean whole) {
    var views = renderings.stream().map(each -> each.view().post()).toList();
    var choosy =
        views.stream()
            .filter(view -> viewer != 0 && view.quotable().asksForFollows())
            .map(view -> view.author().id())
            .toList();
    var standings = reading.quotes().standings(queries, viewer, choosy);
    return new Quoted(whole ? quotedPosts(queries, viewer, views) : Map.of(), whole, standings);
  }

  private Map<Long, Status> quotedPosts(Queries queries, long viewer, List<PostView> views) {
    var ids =
        views.stream()
            .flatMap(view -> view.quote().stream())
            .filter(quote -> quote.accepted() && !quote.gone())
            .flatMap(quote -> quote.post().stream())
            .distinct()
            .toList();
    if (ids.isEmpty()) return Map.of();
    var entries = reading.finder().entries(queries, viewer, ids);
    return shown(queries, viewer, reading.stamps().of(queries, viewer, entries), false).stream()
        .collect(
            Collectors.toUnmodifiableMap(status -> Long.valueOf(status.id()), Function.identity()));
  }

  /** What the viewer chose where something is asked, by post: one query, if anything is. */
  private Map<Long, List<Integer>> votes(
      Queries queries, long viewer, Collection<Rendering> renderings) {
    var asking =
        renderings.stream()
            .filter(Rendering::asks)
            .map(rendering -> rendering.view().post().post().id())
            .toList();
    return viewer == 0 ? Map.of() : reading.votes().by(queries, viewer, asking);
  }

  /**
   * A post or a boost, if the viewer may see it.
   *
   * @throws Problem NOT_FOUND where there is none for this viewer
   */
  public Status require(Queries queries, long viewer, long id) {
    return reading.finder().entry(queries, viewer, id).stream()
        .flatMap(entry -> of(queries, viewer, List.of(entry)).stream())
        .findFirst()
        .orElseThrow(() -> Problem.notFound("Record not found"));
  }

  /** By the entry's id. */
  private Map<Long, Rendering> renderings(Queries queries, List<Stamped> stamped) {
    var found = new HashMap<Long, Rendering>();
    stamped.forEach(each -> shelf.find(each).ifPresent(it -> found.put(each.entry().id(), it)));
    var missing = stamped.stream().filter(each -> !found.containsKey(each.entry().id())).toList();
    var rendered = renderer.of(queries, missing.stream().map(Stamped::entry).distinct().toList());
    rendered.forEach(rendering -> found.put(rendering.view().id(), rendering));
    // What a transaction has changed others do not see yet, and perhaps never will.
    if (!(queries instanceof Transaction)) shelf.put(missing, found);
    return found;
  }
}
