package social.kring.community.posts;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.jobs.Jobs;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Post;
import social.kring.protocol.activitystreams.PostTags;
import social.kring.protocol.url.FediUrl;

/** Takes in posts from elsewhere. A known one is not changed by another Create. */
final class Intake {
  private static final Duration THREAD_TAKES = Duration.ofMinutes(1);

  private final Tables tables;
  private final ForeignPosts foreign;
  private final PostStore store;
  private final PostEvents events;
  private final Jobs jobs;
  private final Clock clock;

  Intake(
      Tables tables,
      ForeignPosts foreign,
      PostStore store,
      PostEvents events,
      Jobs jobs,
      Clock clock) {
    this.tables = tables;
    this.foreign = foreign;
    this.store = store;
    this.events = events;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Why a post comes in. */
  enum Occasion {
    /** Its author has just published it: people here are told. */
    NEWS,
    /** It was looked up: nobody is told. */
    FOUND,
    /** It stands in a thread that is being fetched: whoever fetches it goes on by itself. */
    THREAD
  }

  /**
   * Stores a post of this author.
   *
   * @return the post as it is here; empty if it may not come in or was deleted
   */
  Optional<PostRow> take(Transaction tx, Post post, ActorRow author, Occasion occasion) {
    if (!mayComeIn(tx, post, author)) return Optional.empty();
    var known = tables.posts().byUri(tx, post.uri());
    if (known.isPresent()) return known.filter(row -> !row.deleted());
    var read = foreign.read(tx, post, author);
    if (store.add(tx, read)) arrived(tx, read, post, occasion);
    return tables.posts().byUri(tx, post.uri()).filter(row -> !row.deleted());
  }

  private boolean mayComeIn(Transaction tx, Post post, ActorRow author) {
    return !author.local()
        && author.standing().active()
        && author.uri().equals(post.attributedTo())
        && ForeignPosts.isSound(post)
        && !tables.tombstones().has(tx, author.id(), post.uri());
  }

  private void arrived(Transaction tx, NewPost read, Post post, Occasion occasion) {
    var row = read.row();
    switch (occasion) {
      case NEWS -> events.created(tx, row, Optional.empty());
      case FOUND, THREAD -> events.found(tx, row);
    }
    if (occasion != Occasion.THREAD && row.thread().parent().isEmpty()) {
      row.thread().inReplyTo().ifPresent(missing -> fetchLater(tx, missing, row));
    }
    if (read.mentions().named().size() < post.tags().mentions().size()) {
      mentionsLater(tx, row, post, occasion);
    }
  }

  /** A thread brings its people along; nobody else is asked for on its account. */
  private void mentionsLater(Transaction tx, PostRow row, Post post, Occasion occasion) {
    var uris = post.tags().mentions().stream().map(PostTags.Mention::href).distinct().toList();
    var isOfThread = occasion == Occasion.THREAD;
    jobs.schedule(
        tx,
        MentionFetch.KIND,
        row.uri().text(),
        MentionFetch.details(row.id(), uris, !isOfThread),
        isOfThread ? clock.instant().plus(THREAD_TAKES) : clock.instant());
  }

  private void fetchLater(Transaction tx, FediUrl missing, PostRow answer) {
    jobs.schedule(
        tx,
        ThreadFetch.KIND,
        missing.text(),
        ThreadFetch.details(missing, answer),
        clock.instant());
  }
}
