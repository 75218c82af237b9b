package social.kring.community.posts;

import java.time.Clock;
import java.util.List;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;

/** What actors from elsewhere show off on their profiles. */
final class FeaturedPosts {
  private final Database database;
  private final PostTable posts;
  private final Clock clock;

  FeaturedPosts(Database database, PostTable posts, Clock clock) {
    this.database = database;
    this.posts = posts;
    this.clock = clock;
  }

  /** Makes these the featured ones, the first one shown first. */
  void replace(ActorRow author, List<PostRow> featured) {
    database.transaction(
        tx -> {
          posts.unpinAll(tx, author.id());
          featured.reversed().forEach(post -> pin(tx, author, post));
          return null;
        });
  }

  void pin(Transaction tx, ActorRow author, PostRow post) {
    if (post.author() == author.id() && !post.local()) {
      posts.pin(tx, post.id(), clock.instant());
    }
  }

  void unpin(Transaction tx, ActorRow author, PostRow post) {
    if (post.author() == author.id() && !post.local()) {
      posts.unpin(tx, post.id());
    }
  }
}
