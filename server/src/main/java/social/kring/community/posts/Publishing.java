package social.kring.community.posts;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import social.kring.platform.events.Publication;
import social.kring.platform.jobs.Jobs;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/** Tells this node and its peers what its people published, edited and deleted. */
final class Publishing {

  /** Until then everyone who has a copy has surely been written down as a recipient. */
  private static final Duration BEFORE_CLEARING = Duration.ofHours(1);

  private final PostStore store;
  private final PartiesReader parties;
  private final CreateBuilder builder;
  private final PostEvents events;
  private final Jobs jobs;
  private final Clock clock;

  Publishing(
      PostStore store,
      PartiesReader parties,
      CreateBuilder builder,
      PostEvents events,
      Jobs jobs,
      Clock clock) {
    this.store = store;
    this.parties = parties;
    this.builder = builder;
    this.events = events;
    this.jobs = jobs;
    this.clock = clock;
  }

  void created(Transaction tx, PostRow post, Parties around, List<String> tags) {
    events.created(tx, post, Optional.of(builder.publishCreate(post, around, tags)));
  }

  void edited(Transaction tx, PostRow post, Parties around, List<String> tags) {
    events.edited(tx, post, Optional.of(builder.publishUpdate(post, around, tags)));
  }

  void quoted(Transaction tx, PostRow quoting) {
    events.quoted(tx, quoting);
  }

  /** What of a post of ours stands otherwise without an edit. */
  void tallied(Transaction tx, PostRow post, TagTable tags) {
    events.tallied(tx, post, update(tx, post, tags));
  }

  /** That a poll has ended; peers are told how those from here came out. */
  void pollEnded(Transaction tx, PostRow post, TagTable tags) {
    events.pollEnded(tx, post, update(tx, post, tags));
  }

  private Optional<Publication> update(Transaction tx, PostRow post, TagTable tags) {
    if (!post.local()) return Optional.empty();
    var named = tags.of(tx, List.of(post.id())).getOrDefault(post.id(), List.of());
    return Optional.of(builder.publishUpdate(post, parties.of(tx, post), named));
  }

  /** Deletes a post from here or elsewhere; peers are told of those from here. */
  void delete(Transaction tx, PostRow post) {
    var now = clock.instant();
    var state =
        new PostState(
            post.state().counts(),
            post.state().published(),
            post.state().edited(),
            Optional.empty(),
            Optional.of(now));
    var publication =
        Optional.of(post)
            .filter(PostRow::local)
            .map(row -> builder.publishDelete(row.with(state), parties.of(tx, row)));
    store.bury(tx, post, now);
    events.deleted(tx, post, publication);
    var details = Tree.builder().put("post", post.id()).build();
    jobs.schedule(
        tx, ReactionClearing.KIND, Long.toString(post.id()), details, now.plus(BEFORE_CLEARING));
  }
}
