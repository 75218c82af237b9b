package social.kring.community.posts;

import java.util.Optional;
import java.util.Set;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.federation.receiving.Received;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Activity;
import social.kring.protocol.activitystreams.Undo;
import social.kring.protocol.url.FediUrl;

/**
 * Somebody elsewhere takes a like or a boost back. ActivityPub §6.10. By who reacted to what, where
 * that is said, since some give a reaction another id each time.
 */
final class UndoHandler implements ActivityHandler<Undo> {
  private final ObjectKind kind;
  private final Tables tables;
  private final ReactionIntake intake;

  private UndoHandler(ObjectKind kind, Tables tables, ReactionIntake intake) {
    this.kind = kind;
    this.tables = tables;
    this.intake = intake;
  }

  static UndoHandler likes(Tables tables, ReactionIntake intake) {
    return new UndoHandler(ObjectKind.LIKE, tables, intake);
  }

  static UndoHandler boosts(Tables tables, ReactionIntake intake) {
    return new UndoHandler(ObjectKind.ANNOUNCE, tables, intake);
  }

  @Override
  public Class<Undo> activity() {
    return Undo.class;
  }

  @Override
  public Set<ObjectKind> objects() {
    return Set.of(kind);
  }

  @Override
  public Outcome handle(Received<Undo> received, Fetched fetched, Transaction tx) {
    var undo = received.activity();
    if (undone(undo).filter(act -> !act.actor().equals(undo.actor())).isPresent()) {
      return Outcome.refused(undo.actor() + " may not undo what another did");
    }
    intake.remote(tx, undo.actor()).ifPresent(actor -> undo(tx, undo, actor));
    return Outcome.done();
  }

  private void undo(Transaction tx, Undo undo, ActorRow actor) {
    var id = undo.object().id();
    var post =
        undone(undo)
            .flatMap(Activity::objectReference)
            .flatMap(object -> object.id())
            .flatMap(uri -> tables.posts().byUri(tx, uri))
            .or(() -> id.flatMap(each -> byActivity(tx, each, actor)));
    if (kind == ObjectKind.LIKE) {
      intake.unlike(tx, actor, post, id);
    } else {
      intake.unboost(tx, actor, post, id);
    }
  }

  private Optional<PostRow> byActivity(Transaction tx, FediUrl id, ActorRow actor) {
    var post =
        kind == ObjectKind.LIKE
            ? tables.favourites().byActivity(tx, id).stream()
                .filter(favourite -> favourite.actor() == actor.id())
                .map(FavouriteTable.Favourite::post)
                .findFirst()
            : tables
                .boosts()
                .byUri(tx, id)
                .filter(boost -> boost.booster() == actor.id())
                .map(BoostRow::post);
    return post.flatMap(each -> tables.posts().byId(tx, each));
  }

  private static Optional<Activity> undone(Undo undo) {
    return undo.object().embedded().filter(Activity.class::isInstance).map(Activity.class::cast);
  }
}
