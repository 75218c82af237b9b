package social.kring.community.relationships;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import social.kring.platform.events.Events;
import social.kring.platform.events.Happening;
import social.kring.platform.events.Publication;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** The steps of a follow's life, each with its counts and its event. */
final class FollowTransitions {
  private final FollowTable follows;
  private final CountTable counts;
  private final Events events;
  private final Ids ids;
  private final Clock clock;

  FollowTransitions(FollowTable follows, CountTable counts, Events events, Ids ids, Clock clock) {
    this.follows = follows;
    this.counts = counts;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Notes the wish to follow without any event yet.
   *
   * @return the row of the pair, which may have been there before
   */
  FollowRow open(Transaction tx, Pair pair, FediUrl activity, FollowPreferences preferences) {
    var row =
        new FollowRow(
            ids.next(), pair.follower(), pair.followed(), activity, preferences, Optional.empty());
    follows.insert(tx, row, clock.instant());
    return follows.lockBetween(tx, pair.follower(), pair.followed()).orElseThrow();
  }

  /** The followed person, here or elsewhere, has to decide. */
  void request(Transaction tx, FollowRow follow, Optional<Publication> publication) {
    record(tx, "follow.requested", follow, details(follow), publication);
  }

  /**
   * The follow counts from now on.
   *
   * @param approved whether somebody decided, rather than following being open to all
   */
  void accept(
      Transaction tx, FollowRow follow, boolean approved, Optional<Publication> publication) {
    follows.accept(tx, follow.id(), clock.instant());
    var followers = counts.add(tx, follow);
    var details = details(follow).with("approved", approved).with("first", followers == 1);
    record(tx, "follow.made", follow, details, publication);
  }

  /** Says again that a follow is accepted, to a peer that seems not to know. */
  void confirm(Transaction tx, FollowRow follow, Publication publication) {
    record(tx, "follow.confirmed", follow, details(follow), Optional.of(publication));
  }

  void end(Transaction tx, FollowRow follow, EndReason reason, Optional<Publication> publication) {
    follows.delete(tx, follow.id());
    if (follow.accepted()) {
      counts.subtract(tx, follow);
    }
    var details =
        details(follow)
            .with("reason", reason.name().toLowerCase(Locale.ROOT))
            .with("accepted", follow.accepted());
    record(tx, "follow.ended", follow, details, publication);
  }

  private static Tree details(FollowRow follow) {
    return Tree.builder()
        .put("follower", follow.follower())
        .put("followed", follow.followed())
        .build();
  }

  private void record(
      Transaction tx,
      String kind,
      FollowRow follow,
      Tree details,
      Optional<Publication> publication) {
    events.record(tx, new Happening(kind, follow.id(), details, publication));
  }

  /** Who follows whom. */
  record Pair(long follower, long followed) {}
}
