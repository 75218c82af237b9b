package social.kring.community.posts;

import java.util.Optional;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Post;

/** Brings edits from elsewhere in. An older one that comes late changes nothing. */
final class Revision {
  private final ForeignPosts foreign;
  private final PostStore store;
  private final PostEvents events;

  Revision(ForeignPosts foreign, PostStore store, PostEvents events) {
    this.foreign = foreign;
    this.store = store;
    this.events = events;
  }

  void apply(Transaction tx, PostRow before, Post post) {
    var body = keepingMedia(before.body(), foreign.body(post));
    var updated = post.head().updated().map(foreign::clamped);
    var last = before.state().edited().orElse(before.state().published());
    if (updated.filter(at -> at.isBefore(last)).isPresent()) return;
    if (isEdit(before.body(), body)) {
      if (updated.isPresent()) edit(tx, before, post, body);
    } else if (!body.equals(before.body())) {
      store.refresh(tx, before.with(body));
    }
  }

  private void edit(Transaction tx, PostRow before, Post post, PostBody body) {
    var at = foreign.clamped(post.head().updated().orElseThrow());
    var after = before.with(body).with(before.state().edited(at));
    store.revise(tx, before, after, foreign.mentions(tx, post), ForeignPosts.tags(post));
    events.edited(tx, after, Optional.empty());
  }

  /** Tallies of a poll change without anybody editing anything. */
  private static boolean isEdit(PostBody before, PostBody after) {
    return !before.text().equals(after.text())
        || !before.media().equals(after.media())
        || !before.emojis().equals(after.emojis())
        || !samePoll(before.poll(), after.poll());
  }

  private static boolean samePoll(Optional<PostPoll> before, Optional<PostPoll> after) {
    return before.isPresent() == after.isPresent()
        && before.filter(poll -> !poll.asksLike(after.orElseThrow())).isEmpty();
  }

  /** Media that are the same keep their ids. */
  private static PostBody keepingMedia(PostBody before, PostBody after) {
    var media =
        after.media().stream()
            .map(
                medium ->
                    before.media().stream()
                        .filter(old -> old.shows(medium))
                        .findFirst()
                        .orElse(medium))
            .toList();
    return new PostBody(after.text(), media, after.emojis(), after.poll());
  }
}
