package social.kring.community.posts;

import java.time.Instant;
import java.util.Optional;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Post;

/** Brings edits from elsewhere in. An older one that comes late changes nothing. */
final class Revision {
  private final ForeignPosts foreign;
  private final PostStore store;
  private final PostEvents events;
  private final VoteTable votes;
  private final PollJobs jobs;

  Revision(
      ForeignPosts foreign, PostStore store, PostEvents events, VoteTable votes, PollJobs jobs) {
    this.votes = votes;
    this.jobs = jobs;
    this.foreign = foreign;
    this.store = store;
    this.events = events;
  }

  void apply(Transaction tx, PostRow before, Post post) {
    var body = keeping(before.body(), foreign.body(post));
    var updated = post.head().updated().map(foreign::clamped);
    var last = before.state().edited().orElse(before.state().published());
    if (updated.filter(at -> at.isBefore(last)).isPresent()) return;
    if (isEdit(before.body(), body)) {
      if (updated.isPresent()) edit(tx, before, post, body);
    } else if (!body.equals(before.body())) {
      refresh(tx, before, before.with(body));
    }
  }

  /** A poll may end earlier than was said. */
  private void refresh(Transaction tx, PostRow before, PostRow after) {
    store.refresh(tx, after);
    events.tallied(tx, after, Optional.empty());
    if (!end(before).equals(end(after))) jobs.end(tx, after);
  }

  private static Optional<Instant> end(PostRow post) {
    return post.body().poll().flatMap(PostPoll::expiresAt);
  }

  private void edit(Transaction tx, PostRow before, Post post, PostBody body) {
    var at = foreign.clamped(post.head().updated().orElseThrow());
    var after = before.with(body).with(before.state().edited(at));
    store.revise(tx, before, after, foreign.mentions(tx, post), ForeignPosts.tags(post));
    if (!samePoll(before.body().poll(), body.poll())) votes.deleteAll(tx, after.id());
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

  /** Media that are the same keep their ids, and a poll what is known of it here. */
  private static PostBody keeping(PostBody before, PostBody after) {
    var media =
        after.media().stream()
            .map(
                medium ->
                    before.media().stream()
                        .filter(old -> old.shows(medium))
                        .findFirst()
                        .orElse(medium))
            .toList();
    return new PostBody(after.text(), media, after.emojis(), keeping(before.poll(), after.poll()));
  }

  private static Optional<PostPoll> keeping(Optional<PostPoll> before, Optional<PostPoll> after) {
    return after.map(poll -> before.map(poll::keeping).orElse(poll));
  }
}
