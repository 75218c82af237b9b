package social.kring.door.mastodon.streaming;

import java.time.Clock;
import java.util.List;
import social.kring.community.access.Tokens;
import social.kring.community.conversations.Conversations;
import social.kring.community.curation.Curation;
import social.kring.community.notifications.Notifications;
import social.kring.community.posts.PostReading;
import social.kring.community.relationships.RelationshipReader;
import social.kring.community.timelines.Timelines;
import social.kring.door.api.ApiRoutes;
import social.kring.door.mastodon.composing.ConversationComposer;
import social.kring.door.mastodon.composing.NotificationComposer;
import social.kring.door.mastodon.composing.StatusComposer;
import social.kring.door.mastodon.streaming.Line.Ending;
import social.kring.platform.events.EventDispatch;
import social.kring.platform.storage.Database;
import social.kring.platform.workers.Worker;
import social.kring.platform.workers.Workers;

/** All that is live in the client API, put together: one for all routers of a process. */
public final class Streaming implements AutoCloseable {
  private final Switchboard switchboard = new Switchboard();
  private final Subscriptions subscriptions;
  private final Broadcast broadcast;
  private final StreamWatch watch;
  private final StreamRoutes routes;

  /** Where what is told comes from. */
  public record Sources(
      PostReading posts,
      Timelines timelines,
      RelationshipReader relationships,
      Notifications notifications,
      Curation curation,
      Conversations conversations) {}

  /** What turns it into documents. */
  public record Composing(
      StatusComposer statuses,
      NotificationComposer notifications,
      ConversationComposer conversations) {}

  public Streaming(
      Database database, Clock clock, Tokens tokens, Sources sources, Composing composing) {
    subscriptions = new Subscriptions(switchboard, database, sources.curation().lists());
    broadcast =
        new Broadcast(
            switchboard,
            news(database, sources, composing),
            new Rendering(
                database,
                sources.posts().traits(),
                sources.curation().filters(),
                composing.statuses(),
                composing.notifications()));
    watch = new StreamWatch(switchboard, broadcast, tokens, database, clock);
    routes = new StreamRoutes(new Admission(database, tokens), subscriptions);
  }

  private List<News> news(Database database, Sources sources, Composing composing) {
    return List.of(
        new HomeNews(switchboard, database, sources.timelines(), sources.relationships()),
        new PublicNews(switchboard, database, sources.posts().traits(), sources.relationships()),
        new ListNews(switchboard, database, sources.curation().lists()),
        new NotificationNews(switchboard, database, sources.notifications()),
        new ConversationNews(
            switchboard, database, sources.conversations(), composing.conversations()),
        new FilterNews(switchboard));
  }

  public void mount(ApiRoutes api) {
    routes.mount(api);
  }

  /** Follows the log. Before that, who listens is told nothing. */
  public void begin(EventDispatch events, Workers workers) {
    workers(events).forEach(workers::start);
  }

  /** For tests, which let them work when they want: who tells, then who watches. */
  public List<Worker> workers(EventDispatch events) {
    var tail = events.tail(broadcast);
    subscriptions.follow(tail);
    return List.of(tail, watch);
  }

  /** How many apps listen. */
  public int open() {
    return switchboard.all().size();
  }

  /** Says good-bye to all who listen, and lets nobody in any more. */
  @Override
  public void close() {
    subscriptions.close();
    switchboard.all().forEach(listener -> broadcast.end(listener, Ending.GOING_AWAY));
  }
}
