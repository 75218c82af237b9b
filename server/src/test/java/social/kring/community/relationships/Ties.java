package social.kring.community.relationships;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.federation.receiving.Received;
import social.kring.protocol.activitystreams.Activity;
import social.kring.protocol.activitystreams.ApObject;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.Town;

/** A town with its relationships, and activities that arrive for them. */
final class Ties implements AutoCloseable {
  final Town town = new Town();
  final Relationships relationships = Relationships.on(town.foundation());
  private final Map<FediUrl, ApObject> documents = new HashMap<>();

  void serves(FediUrl id, Tree document) {
    documents.put(id, ApObject.parse(document));
  }

  /** What an actor elsewhere sends, signed by itself. */
  Outcome receives(ActorRow sender, ObjectKind kind, String json) {
    var activity = Activity.parse(StrictJson.parse(json.replace('\'', '"')));
    return handle(activity, sender, kind);
  }

  private <A extends Activity> Outcome handle(A activity, ActorRow sender, ObjectKind kind) {
    var received =
        new Received<>(
            activity, sender.uri(), Optional.empty(), Optional.empty(), town.clock().instant());
    var handler = this.<A>handler(activity, kind);
    var fetched = new Fetched(Map.of(), documents);
    return town.database().transaction(tx -> handler.handle(received, fetched, tx));
  }

  @SuppressWarnings("unchecked")
  private <A extends Activity> ActivityHandler<A> handler(A activity, ObjectKind kind) {
    return (ActivityHandler<A>)
        relationships.capability().handlers().stream()
            .filter(each -> each.activity().isInstance(activity))
            .filter(each -> each.objects().contains(kind))
            .findFirst()
            .orElseThrow();
  }

  void runNextJob() {
    var job = town.nextJob();
    relationships.capability().jobs().stream()
        .filter(each -> each.kind().equals(job.kind()))
        .findFirst()
        .orElseThrow()
        .run(job.details());
  }

  Relationship between(ActorRow viewer, ActorRow other) {
    return relationships
        .reader()
        .between(town.database(), viewer.id(), java.util.List.of(other))
        .getFirst();
  }

  FollowCounts counts(ActorRow actor) {
    return relationships
        .reader()
        .counts(town.database(), java.util.List.of(actor.id()))
        .getOrDefault(actor.id(), FollowCounts.NONE);
  }

  void follow(ActorRow follower, ActorRow followed) {
    town.change(
        tx -> relationships.follows().follow(tx, follower, followed, FollowPreferences.DEFAULT));
  }

  @Override
  public void close() {
    town.close();
  }
}
