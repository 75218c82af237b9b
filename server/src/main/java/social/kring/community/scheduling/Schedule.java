package social.kring.community.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import social.kring.community.Capability;
import social.kring.community.Foundation;
import social.kring.community.PageRequest;
import social.kring.community.media.Uploads;
import social.kring.community.posts.Draft;
import social.kring.community.posts.Posts;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** Posts that people here have written for later. */
public final class Schedule {
  public static final Duration SOONEST = Duration.ofMinutes(5);
  private static final Duration LATEST = Duration.ofDays(366 * 5L);
  private static final int MOST = 300;
  private static final int MOST_A_DAY = 25;

  private final ScheduleTable table = new ScheduleTable();
  private final Foundation base;
  private final Posts posts;
  private final Uploads uploads;

  public Schedule(Foundation base, Posts posts, Uploads uploads) {
    this.base = base;
    this.posts = posts;
    this.uploads = uploads;
  }

  public Capability capability() {
    return Capability.named("scheduling")
        .consuming(new Clearing(table))
        .working(new ScheduledPublishing(base, table, posts, uploads));
  }

  /**
   * Leaves a post for later.
   *
   * @return the one left before, if the draft's key was used already
   * @throws Problem INVALID for what cannot be published, or not then, NOT_FOUND for an answer to a
   *     post that its author may not see
   */
  public ScheduledPost add(ActorRow author, Draft draft, Instant at) {
    posts.check(author, draft);
    check(at);
    return base.database().transaction(tx -> add(tx, author, draft, at));
  }

  private ScheduledPost add(Transaction tx, ActorRow author, Draft draft, Instant at) {
    table.lock(tx, author.id());
    var before = draft.idempotencyKey().flatMap(key -> table.byKey(tx, author.id(), key));
    if (before.isPresent()) return before.get();
    if (table.count(tx, author.id()) >= MOST) {
      throw invalid("You have exceeded the limit of " + MOST + " scheduled posts");
    }
    checkDay(tx, author.id(), at);
    var post = new ScheduledPost(base.ids().next(), at, draft);
    table.insert(tx, author.id(), post);
    // What it will show is kept for it, and for no other post.
    uploads.attach(tx, author, post.id(), draft.wording().media());
    publishLater(tx, post);
    return post;
  }

  /**
   * Publishes it at another time.
   *
   * @throws Problem NOT_FOUND if there is none, INVALID for a time that is none
   */
  public ScheduledPost move(long author, long id, Instant at) {
    check(at);
    return base.database()
        .transaction(
            tx -> {
              table.lock(tx, author);
              var before = table.find(tx, author, id).orElseThrow(Schedule::notFound);
              if (!sameDay(before.at(), at)) checkDay(tx, author, at);
              // It may have been published since it was read.
              if (!table.move(tx, id, at)) throw notFound();
              var after = new ScheduledPost(id, at, before.draft());
              publishLater(tx, after);
              return after;
            });
  }

  private void checkDay(Transaction tx, long author, Instant at) {
    var day = at.truncatedTo(ChronoUnit.DAYS);
    if (table.count(tx, author, day, day.plus(Duration.ofDays(1))) >= MOST_A_DAY) {
      throw invalid("You have exceeded the limit of " + MOST_A_DAY + " scheduled posts for a day");
    }
  }

  private static boolean sameDay(Instant one, Instant other) {
    return one.truncatedTo(ChronoUnit.DAYS).equals(other.truncatedTo(ChronoUnit.DAYS));
  }

  private void check(Instant at) {
    var now = base.clock().instant();
    if (at.isBefore(now.plus(SOONEST))) {
      throw invalid("scheduled_at is less than " + SOONEST.toMinutes() + " minutes ahead");
    }
    if (at.isAfter(now.plus(LATEST))) throw invalid("scheduled_at is too far ahead");
  }

  /** Each time has a job of its own; one that comes at a time no longer meant does nothing. */
  private void publishLater(Transaction tx, ScheduledPost post) {
    base.jobs()
        .schedule(
            tx,
            ScheduledPublishing.KIND,
            post.id() + "/" + post.at().toEpochMilli(),
            Tree.builder().put("id", post.id()).build(),
            post.at());
  }

  /**
   * Publishes it never.
   *
   * @throws Problem NOT_FOUND if there is none
   */
  public void cancel(long author, long id) {
    base.database()
        .transaction(
            tx -> {
              table.find(tx, author, id).orElseThrow(Schedule::notFound);
              uploads.detach(tx, id);
              // It may have been published since it was read.
              if (!table.delete(tx, id)) throw notFound();
              return null;
            });
  }

  public List<ScheduledPost> page(Queries queries, long author, PageRequest page) {
    return table.page(queries, author, page);
  }

  public Optional<ScheduledPost> find(Queries queries, long author, long id) {
    return table.find(queries, author, id);
  }

  private static Problem notFound() {
    return Problem.notFound("Record not found");
  }

  private static Problem invalid(String message) {
    return Problem.invalid("Validation failed: " + message);
  }
}
