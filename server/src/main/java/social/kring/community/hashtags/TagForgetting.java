package social.kring.community.hashtags;

import java.util.List;
import java.util.Set;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.storage.Transaction;

/** Deletes what somebody who is gone followed and showed. */
final class TagForgetting implements EventConsumer {
  private final TagFollowTable follows;
  private final TagFeatureTable features;

  TagForgetting(TagFollowTable follows, TagFeatureTable features) {
    this.follows = follows;
    this.features = features;
  }

  @Override
  public String name() {
    return "hashtags.forgetting";
  }

  @Override
  public Set<String> kinds() {
    return Set.of("actor.deleted");
  }

  @Override
  public void consume(List<Event> events, Transaction tx) {
    events.forEach(event -> forget(tx, event.subject()));
  }

  private void forget(Transaction tx, long actor) {
    follows.deleteOf(tx, actor);
    features.deleteOf(tx, actor);
  }
}
