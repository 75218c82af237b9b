package social.kring.door.mastodon.streaming;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.kring.community.conversations.Conversations;
import social.kring.community.conversations.Held;
import social.kring.door.api.EntityWriter;
import social.kring.door.mastodon.composing.ConversationComposer;
import social.kring.door.mastodon.streaming.Telling.Words;
import social.kring.platform.events.Event;
import social.kring.platform.storage.Database;

/** Direct messages, each to the few who have part in it: what their conversations show. */
final class ConversationNews implements News {
  private static final Channel DIRECT = Channel.of(ChannelKind.DIRECT);

  private final EntityWriter writer = new EntityWriter();
  private final Switchboard switchboard;
  private final Database database;
  private final Conversations conversations;
  private final ConversationComposer composer;

  ConversationNews(
      Switchboard switchboard,
      Database database,
      Conversations conversations,
      ConversationComposer composer) {
    this.switchboard = switchboard;
    this.database = database;
    this.conversations = conversations;
    this.composer = composer;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("post.created");
  }

  @Override
  public void plan(List<Event> events, Plan plan) {
    var owners = switchboard.owners(ChannelKind.DIRECT);
    var created = Batch.of(events, "post.created");
    if (owners.isEmpty() || created.isEmpty()) return;
    Map<Long, Event> byPost =
        created.stream()
            .collect(Collectors.toMap(Event::subject, Function.identity(), (one, same) -> one));
    conversations
        .endingWith(database, owners, byPost.keySet())
        .forEach(held -> plan(byPost.get(held.conversation().lastPost()), held, plan));
  }

  private void plan(Event cause, Held held, Plan plan) {
    var entity = composer.of(database, held.owner(), List.of(held.conversation())).getFirst();
    var json = new String(writer.bytes(entity), StandardCharsets.UTF_8);
    var apps = switchboard.of(DIRECT, held.owner());
    plan.add(cause, apps, DIRECT, "conversation", new Words(Optional.of(json)));
  }
}
