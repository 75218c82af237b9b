package social.kring.community.posts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import social.kring.protocol.activitystreams.ApCollection;
import social.kring.protocol.activitystreams.ApObject;
import social.kring.protocol.activitystreams.Post;
import social.kring.protocol.url.FediUrl;

/**
 * Walks down a thread from answer to answer, by the {@code replies} of each post (Vocabulary §4:
 * replies). Other hosts write these lists, so each may lie, loop or never end: no address is gone
 * to twice, only what says itself that it answers is kept, and the errand ends all of it.
 */
final class ThreadWalk {
  private static final int DEEPEST = 50;
  private static final int MOST_POSTS = 500;
  private static final int MOST_PAGES = 10;

  private final ThreadErrand errand;
  private final Function<FediUrl, Optional<PostRow>> known;
  private final Set<FediUrl> seen = new HashSet<>();
  private final Set<FediUrl> pages = new HashSet<>();

  /** What nobody here had seen is more likely to have answers that nobody has. */
  private final Deque<Step> fresh = new ArrayDeque<>();

  private final Deque<Step> familiar = new ArrayDeque<>();

  /**
   * A post whose answers are to be looked for.
   *
   * @param listing what its document says, if that was just fetched
   */
  private record Step(FediUrl uri, Optional<RepliesListing> listing, int depth) {}

  /**
   * @param known the post at an address, if it is here
   */
  ThreadWalk(ThreadErrand errand, Function<FediUrl, Optional<PostRow>> known) {
    this.errand = errand;
    this.known = known;
  }

  void begin(PostRow post) {
    if (seen.add(post.uri())) familiar.add(new Step(post.uri(), Optional.empty(), 0));
  }

  void go() {
    for (var step = next(); step.isPresent(); step = next()) {
      step.ifPresent(this::explore);
    }
  }

  private Optional<Step> next() {
    return Optional.ofNullable(fresh.poll()).or(() -> Optional.ofNullable(familiar.poll()));
  }

  private void explore(Step step) {
    var listing = step.listing().or(() -> fetchPost(step.uri()).map(RepliesListing::of));
    for (var i = 0; i < MOST_PAGES && listing.isPresent(); i++) {
      listing.get().answers().forEach(uri -> answer(step, uri));
      listing = listing.get().next().flatMap(address -> page(step, address));
    }
  }

  private Optional<Post> fetchPost(FediUrl uri) {
    return errand.ask(uri).flatMap(Offered::post);
  }

  /** A post's answers are listed where the post is. */
  private Optional<RepliesListing> page(Step step, FediUrl address) {
    return Optional.of(address)
        .filter(step.uri()::sameOrigin)
        .filter(pages::add)
        .flatMap(errand::ask)
        .flatMap(ThreadWalk::listing);
  }

  private static Optional<RepliesListing> listing(ApObject object) {
    return object instanceof ApCollection page
        ? Optional.of(RepliesListing.of(page))
        : Optional.empty();
  }

  private void answer(Step step, FediUrl uri) {
    if (seen.size() >= MOST_POSTS || !seen.add(uri)) return;
    known
        .apply(uri)
        .ifPresentOrElse(
            row -> meet(step, row), () -> fetchPost(uri).ifPresent(post -> bringIn(step, post)));
  }

  private void meet(Step step, PostRow row) {
    if (row.local() || row.deleted() || !row.open()) return;
    if (row.thread().inReplyTo().equals(Optional.of(step.uri()))) {
      goOn(familiar, step, row, Optional.empty());
    }
  }

  private void bringIn(Step step, Post post) {
    if (post.inReplyTo().equals(Optional.of(step.uri()))) {
      errand
          .keep(post, Intake.Occasion.THREAD)
          .ifPresent(row -> goOn(fresh, step, row, Optional.of(RepliesListing.of(post))));
    } else {
      errand.disappoints(step.uri());
    }
  }

  private void goOn(Deque<Step> to, Step from, PostRow row, Optional<RepliesListing> listing) {
    if (from.depth() < DEEPEST) to.add(new Step(row.uri(), listing, from.depth() + 1));
  }
}
