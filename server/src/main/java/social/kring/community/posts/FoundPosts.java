package social.kring.community.posts;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Database;
import social.kring.protocol.activitystreams.Post;
import social.kring.protocol.url.FediUrl;

/** Brings posts from elsewhere in that somebody here looks for. Not inside of a transaction. */
public final class FoundPosts {
  private final Database database;
  private final Actors actors;
  private final PostTable posts;
  private final Intake intake;
  private final Abroad abroad;

  FoundPosts(Database database, Actors actors, PostTable posts, Intake intake, Abroad abroad) {
    this.database = database;
    this.actors = actors;
    this.posts = posts;
    this.intake = intake;
    this.abroad = abroad;
  }

  /**
   * The post at an address, fetched if nobody here knows it.
   *
   * @return its id; whether a viewer may see it is for {@link PostFinder} to say
   */
  public Optional<Long> find(FediUrl uri) {
    return find(uri, Intake.Occasion.FOUND).map(PostRow::id);
  }

  Optional<PostRow> find(FediUrl uri, Intake.Occasion occasion) {
    var known = posts.byUri(database, uri);
    if (known.isPresent()) return known.filter(post -> !post.deleted());
    return abroad.object(uri).flatMap(Offered::post).flatMap(post -> store(post, occasion));
  }

  /** Stores a post that came from its own origin. */
  Optional<PostRow> store(Post post, Intake.Occasion occasion) {
    return store(post, occasion, () -> true);
  }

  /**
   * @param mayAsk whether an author may be asked for who is not known here
   */
  Optional<PostRow> store(Post post, Intake.Occasion occasion, BooleanSupplier mayAsk) {
    return author(post.attributedTo(), mayAsk)
        .flatMap(author -> database.transaction(tx -> intake.take(tx, post, author, occasion)));
  }

  private Optional<ActorRow> author(FediUrl uri, BooleanSupplier mayAsk) {
    var known = actors.byUri(database, uri);
    return known.isPresent() || !mayAsk.getAsBoolean() ? known : abroad.actor(uri);
  }
}
