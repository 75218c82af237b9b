package social.kring.node;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import social.kring.community.Capability;
import social.kring.community.Foundation;
import social.kring.community.access.Access;
import social.kring.community.conversations.Conversations;
import social.kring.community.curation.Curation;
import social.kring.community.emoji.CustomEmojis;
import social.kring.community.media.MediaLinks;
import social.kring.community.media.Pictures;
import social.kring.community.media.RemoteMedia;
import social.kring.community.media.Uploads;
import social.kring.community.moderation.Moderation;
import social.kring.community.notifications.Notifications;
import social.kring.community.people.People;
import social.kring.community.posts.Abroad;
import social.kring.community.posts.PostCapability;
import social.kring.community.previews.Previews;
import social.kring.community.push.Push;
import social.kring.community.push.TokenSeal;
import social.kring.community.relationships.Relationships;
import social.kring.community.scheduling.Schedule;
import social.kring.community.search.SearchCapability;
import social.kring.community.timelines.Timelines;
import social.kring.platform.http.PeerLimits;
import social.kring.platform.mail.Mailer;
import social.kring.platform.mail.SmtpMailer;
import social.kring.platform.objects.ObjectStore;

/** What people do here: every capability of this node. */
public record CommunityLayer(
    Foundation foundation,
    Residents residents,
    Relationships relationships,
    Previews previews,
    PostCapability posts,
    Lists lists,
    Moderation moderation,
    Abroad abroad) {

  /** Who lives here, how they get in, and what they look like. */
  public record Residents(People people, Access access, Gallery gallery) {
    public Pictures pictures() {
      return gallery.pictures();
    }

    public Uploads uploads() {
      return gallery.uploads();
    }
  }

  /** What is shown here, whether it lies here or elsewhere. */
  public record Gallery(
      Pictures pictures, Uploads uploads, MediaLinks links, RemoteMedia elsewhere) {}

  /** What they read. */
  public record Lists(
      Timelines timelines,
      Notifications notifications,
      Curation curation,
      Push push,
      Conversations conversations,
      Schedule schedule) {}

  static CommunityLayer on(Settings settings, PlatformLayer platform, FederationLayer federation) {
    return new Wiring(settings, platform, federation, foundation(platform, federation)).layer();
  }

  /** The node's own, which its pictures are kept among. */
  public CustomEmojis emojis() {
    return new CustomEmojis(foundation, residents.pictures());
  }

  /** All of them, in the order of DESIGN.md. */
  List<Capability> capabilities() {
    return List.of(
        residents.pictures().capability(),
        residents.access().capability(),
        relationships.capability(),
        previews.capability(),
        posts.capability(),
        lists.timelines().capability(),
        lists.notifications().capability(),
        lists.curation().capability(),
        lists.push().capability(),
        lists.conversations().capability(),
        lists.schedule().capability(),
        SearchCapability.of(foundation, posts),
        moderation.capability());
  }

  private static Foundation foundation(PlatformLayer platform, FederationLayer federation) {
    return new Foundation(
        platform.database(),
        federation.actors(),
        federation.minting(),
        platform.happenings().events(),
        platform.happenings().jobs(),
        platform.instruments().ids(),
        platform.instruments().clock());
  }

  private record Wiring(
      Settings settings,
      PlatformLayer platform,
      FederationLayer federation,
      Foundation foundation) {

    CommunityLayer layer() {
      var abroad = new FetchingAbroad(federation.elsewhere().actors(), federation.documents());
      var previews = previews();
      var residents = residents();
      var relationships = Relationships.on(foundation);
      var posts =
          PostCapability.on(
              foundation,
              abroad,
              federation.signing().documents()::prove,
              previews,
              residents.uploads());
      var notifications = new Notifications(platform.database(), foundation.clock());
      return new CommunityLayer(
          foundation,
          residents,
          relationships,
          previews,
          posts,
          new Lists(
              new Timelines(platform.database()),
              notifications,
              Curation.on(foundation, federation.pages()::fetch),
              push(residents, notifications, relationships, posts),
              new Conversations(platform.database()),
              new Schedule(foundation, posts.posts(), residents.uploads())),
          Moderation.on(foundation, federation.peers(), platform.domains()),
          abroad);
    }

    private Push push(
        Residents residents,
        Notifications notifications,
        Relationships relationships,
        PostCapability posts) {
      var random = platform.instruments().random();
      return new Push(
          foundation,
          new Push.Sources(
              residents.access().tokens(),
              notifications,
              relationships.reader(),
              posts.reading().posts()),
          new Push.Outside(
              platform.domains(),
              residents.gallery().links(),
              FederationLayer.client(settings, platform, PeerLimits.PUSHING)::send,
              new TokenSeal(platform.storage().directory().pushKey(), random)),
          random);
    }

    private Previews previews() {
      return new Previews(
          foundation,
          platform.domains(),
          federation.pages()::fetch,
          platform.instruments().random(),
          settings.previews());
    }

    private Mailer mailer() {
      return settings
          .mail()
          .<Mailer>map(server -> new SmtpMailer(platform.vertx(), server))
          .orElseGet(Mailer::none);
    }

    private Residents residents() {
      var people = People.on(foundation, platform.domains(), federation.signing().documents());
      var access =
          new Access(
              foundation,
              people,
              platform.domains(),
              platform.cpu(),
              platform.instruments().random(),
              settings.access(),
              mailer());
      return new Residents(people, access, gallery());
    }

    private RemoteMedia.Room room(Path folder) {
      var media = settings.storage().media();
      return new RemoteMedia.Room(
          folder, (long) media.cacheMebibytes() << 20, Duration.ofDays(media.cacheDays()));
    }

    private Pictures pictures() {
      var domains = platform.domains();
      var directory = platform.storage().directory();
      return settings
          .storage()
          .media()
          .bucket()
          .map(bucket -> new ObjectStore(platform.vertx(), bucket, foundation.clock()))
          .map(
              objects ->
                  Pictures.in(
                      objects,
                      foundation,
                      domains,
                      platform.cpu(),
                      directory.media(),
                      room(directory.bucketCache())))
          .orElseGet(() -> Pictures.on(foundation, domains, platform.cpu(), directory.media()));
    }

    private Gallery gallery() {
      var domains = platform.domains();
      var directory = platform.storage().directory();
      var pictures = pictures();
      var links = MediaLinks.open(platform.database(), domains, platform.instruments().random());
      var room = room(directory.mediaCache());
      var files = new FilesElsewhere(federation.files());
      return new Gallery(
          pictures,
          pictures.uploads(),
          links,
          RemoteMedia.on(links, files, room, foundation.clock()));
    }
  }
}
