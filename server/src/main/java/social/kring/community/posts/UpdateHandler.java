package social.kring.community.posts;

import java.util.Optional;
import java.util.Set;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.Authority;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.Needs;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.federation.receiving.Received;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Post;
import social.kring.protocol.activitystreams.Update;

/** Somebody elsewhere edited a post, or a poll has new tallies. ActivityPub §7.3. */
final class UpdateHandler implements ActivityHandler<Update> {
  private final Actors actors;
  private final PostTable posts;
  private final Revision revision;

  UpdateHandler(Actors actors, PostTable posts, Revision revision) {
    this.actors = actors;
    this.posts = posts;
    this.revision = revision;
  }

  @Override
  public Class<Update> activity() {
    return Update.class;
  }

  @Override
  public Set<ObjectKind> objects() {
    return Set.of(ObjectKind.POST);
  }

  @Override
  public Authority authority(Received<Update> received) {
    var update = received.activity();
    return update.audience().isPublic()
        ? received.signedOrProvenBy(update.actor())
        : received.signedBy(update.actor());
  }

  @Override
  public Needs needs(Received<Update> received, Fetched fetched, Queries queries) {
    var update = received.activity();
    var known = update.object().id().flatMap(uri -> posts.byUri(queries, uri));
    return known.isPresent() && offered(update, fetched).isEmpty()
        ? Needs.object(known.get().uri())
        : Needs.NONE;
  }

  @Override
  public Outcome handle(Received<Update> received, Fetched fetched, Transaction tx) {
    var update = received.activity();
    var post = offered(update, fetched);
    var before = post.flatMap(offered -> posts.lockByUri(tx, offered.uri()));
    if (before.isEmpty() || before.get().deleted()) return Outcome.done();
    if (!isAuthor(tx, update, before.get())) {
      return Outcome.refused(update.actor() + " did not write " + before.get().uri());
    }
    revision.apply(tx, before.get(), post.get());
    return Outcome.done();
  }

  private boolean isAuthor(Transaction tx, Update update, PostRow post) {
    return !post.local()
        && actors
            .byUri(tx, update.actor())
            .map(ActorRow::id)
            .filter(id -> id == post.author())
            .isPresent();
  }

  private static Optional<Post> offered(Update update, Fetched fetched) {
    return Offered.by(update.actor(), update.object(), fetched);
  }
}
