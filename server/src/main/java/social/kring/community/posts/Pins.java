package social.kring.community.posts;

import java.util.Optional;
import social.kring.community.Foundation;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Audience.Visibility;

/** Showing off posts on one's own profile. */
public final class Pins {
  private static final int MOST = 5;

  private final Foundation base;
  private final Tables tables;
  private final FeaturedBuilder builder;
  private final PostEvents events;

  Pins(Foundation base, Tables tables, FeaturedBuilder builder, PostEvents events) {
    this.base = base;
    this.tables = tables;
    this.builder = builder;
    this.events = events;
  }

  /**
   * Pins a post; nothing happens if that is so already.
   *
   * @throws Problem NOT_FOUND if there is no such post, INVALID if it is another's, direct, or one
   *     too many
   */
  public void pin(ActorRow author, long post) {
    base.database()
        .transaction(
            tx -> {
              var row = own(tx, author, post);
              if (row.state().pinned().isEmpty()) pin(tx, author, row);
              return null;
            });
  }

  private void pin(Transaction tx, ActorRow author, PostRow post) {
    if (post.kind().visibility() == Visibility.DIRECT) {
      throw Problem.invalid("Validation failed: Posts to people mentioned cannot be pinned");
    }
    if (tables.posts().pinned(tx, author.id()) >= MOST) {
      throw Problem.invalid(
          "Validation failed: You have already pinned the maximum number of posts");
    }
    tables.posts().pin(tx, post.id(), base.clock().instant());
    var add = Optional.of(builder.add(author, post)).filter(ignored -> post.open());
    events.pinned(tx, post, add);
  }

  /**
   * Takes a post off the profile; nothing happens if it is not there.
   *
   * @throws Problem NOT_FOUND if there is no such post, INVALID if it is another's
   */
  public void unpin(ActorRow author, long post) {
    base.database()
        .transaction(
            tx -> {
              var row = own(tx, author, post);
              if (row.state().pinned().isPresent()) unpin(tx, author, row);
              return null;
            });
  }

  private void unpin(Transaction tx, ActorRow author, PostRow post) {
    tables.posts().unpin(tx, post.id());
    var remove = Optional.of(builder.remove(author, post)).filter(ignored -> post.open());
    events.unpinned(tx, post, remove);
  }

  private PostRow own(Transaction tx, ActorRow author, long post) {
    tables.posts().lock(tx, post);
    var row =
        tables
            .posts()
            .visible(tx, author.id(), post)
            .orElseThrow(() -> Problem.notFound("Record not found"));
    if (row.author() != author.id()) {
      throw Problem.invalid("Validation failed: Someone else's post cannot be pinned");
    }
    return row;
  }
}
