package social.kring.community.relationships;

import social.kring.federation.actors.ActorRow;
import social.kring.platform.events.Events;
import social.kring.platform.events.Happening;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Turns a Follow away at once. ActivityPub §7.7. */
final class FollowRefusals {
  private final FollowBuilder builder;
  private final Events events;

  FollowRefusals(FollowBuilder builder, Events events) {
    this.builder = builder;
    this.events = events;
  }

  void refuse(Transaction tx, ActorRow followed, ActorRow follower, FediUrl activity) {
    var details =
        Tree.builder().put("follower", follower.id()).put("followed", followed.id()).build();
    var reject = builder.reject(followed, follower, activity);
    events.record(tx, Happening.published("follow.refused", followed.id(), details, reject));
  }
}
