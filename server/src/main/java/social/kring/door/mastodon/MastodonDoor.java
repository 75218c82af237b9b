package social.kring.door.mastodon;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import social.kring.community.timelines.Markers;
import social.kring.door.Census;
import social.kring.door.ClientAddresses;
import social.kring.door.Door;
import social.kring.door.activitypub.NodeCard;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Callers;
import social.kring.door.api.Replies;
import social.kring.door.api.UploadFolder;
import social.kring.door.mastodon.streaming.Streaming;

/** The Mastodon client API. */
public final class MastodonDoor implements Door {
  private final Replies replies;
  private final Capabilities all;
  private final Composers composers;
  private final ClientAddresses addresses;

  private final Streaming streaming;
  private final InstanceComposer instance;
  private final UploadFolder uploads = UploadFolder.create();

  public MastodonDoor(Capabilities all, NodeCard card, Census census, ClientAddresses addresses) {
    this.addresses = addresses;
    this.all = all;
    this.replies = new Replies(all.database(), all.base().clock());
    this.composers = Composers.of(all);
    this.streaming = streaming(all, composers);
    this.instance =
        new InstanceComposer(
            card,
            census,
            all.members().access().signUps(),
            all.base().clock().instant(),
            all.push()::publicKey);
  }

  private static Streaming streaming(Capabilities all, Composers composers) {
    return new Streaming(
        all.database(),
        all.base().clock(),
        all.members().access().tokens(),
        new Streaming.Sources(
            all.posts().reading(),
            all.timelines(),
            all.relationships().reader(),
            all.notifications(),
            all.curation(),
            all.conversations()),
        new Streaming.Composing(
            composers.statuses(), composers.notifications(), composers.conversations()));
  }

  /** What is told to those who listen. */
  public Streaming streaming() {
    return streaming;
  }

  @Override
  public void mount(Router router) {
    var callers = new Callers(all.database(), all.members().access().tokens(), all.base().actors());
    var routes = new ApiRoutes(router, callers, replies);
    // Each route that is tried before costs time, so those asked for most come first, but fixed
    // names before ids, which else would take their place.
    new TimelineRoutes(all, composers).mount(routes);
    new QuietRoutes().mount(routes);
    var markers = new Markers(all.base().clock());
    mountNotifications(routes, new ReadNotifications(markers, all.database()));
    mountPeople(routes);
    mountPosts(routes);
    new PushRoutes(all.push()).mount(routes);
    new MarkerRoutes(all.database(), markers).mount(routes);
    new ReportRoutes(all, composers).mount(routes);
    new AdminReportRoutes(all, composers).mount(routes);
    new AnnouncementRoutes(all).mount(routes);
    new EmojiRoutes(all, uploads).mount(routes);
    new InstanceRoutes(all, instance, composers).mount(routes);
    streaming.mount(routes);
    router.get("/api/v1/streaming/health").handler(MastodonDoor::health);
    new FaceImages().mount(router);
  }

  /** Policies and requests come before ids, which else would take their place. */
  private void mountNotifications(ApiRoutes routes, ReadNotifications read) {
    new NotificationPolicyRoutes(all).mount(routes);
    new NotificationRequestRoutes(all, composers).mount(routes);
    new GroupedNotificationRoutes(all, composers, read).mount(routes);
    new NotificationRoutes(all, composers, read).mount(routes);
  }

  /** Some apps ask for it before anything else, and want to read exactly this. */
  private static void health(RoutingContext context) {
    context.response().putHeader("Content-Type", "text/plain").end("OK").await();
  }

  /** Fixed names come before ids, which else would take their place. */
  private void mountPeople(ApiRoutes routes) {
    new CredentialRoutes(all, composers, uploads).mount(routes);
    new RegistrationRoutes(all, addresses).mount(routes);
    new AdmissionRoutes(all, composers).mount(routes);
    new RelationshipRoutes(all, composers).mount(routes);
    new SearchRoutes(all, composers).mount(routes);
    new ListRoutes(all, composers).mount(routes);
    new FilterRoutes(all).mount(routes);
    new TagRoutes(all, composers).mount(routes);
    new OldFilterRoutes(all).mount(routes);
    new AccountRoutes(all, composers).mount(routes);
    new HiddenRoutes(all, composers).mount(routes);
    new FollowRequestRoutes(all, composers).mount(routes);
  }

  private void mountPosts(ApiRoutes routes) {
    new StatusRoutes(all, composers).mount(routes);
    new WritingRoutes(all, composers).mount(routes);
    new ReactionRoutes(all, composers).mount(routes);
    new KeepingRoutes(all, composers).mount(routes);
    new UploadRoutes(all, uploads).mount(routes);
    new PollRoutes(all, composers).mount(routes);
    new QuoteRoutes(all, composers).mount(routes);
    new ConversationRoutes(all, composers).mount(routes);
    new ScheduleRoutes(all).mount(routes);
  }
}
