package social.kring.node;

import java.util.List;
import social.kring.community.access.SignUps;
import social.kring.community.house.House;
import social.kring.community.house.HouseSetting;
import social.kring.door.Census;
import social.kring.door.ClientAddresses;
import social.kring.door.Door;
import social.kring.door.FrontDoor;
import social.kring.door.WritingDoor;
import social.kring.door.accounts.AccountsDoor;
import social.kring.door.activitypub.DiscoveryDoor;
import social.kring.door.activitypub.DocumentsDoor;
import social.kring.door.activitypub.InboxDoor;
import social.kring.door.activitypub.NodeCard;
import social.kring.door.activitypub.Readers;
import social.kring.door.activitypub.RemoteSigners;
import social.kring.door.api.UnknownApi;
import social.kring.door.app.AppDoor;
import social.kring.door.app.AppFiles;
import social.kring.door.kring.KringDoor;
import social.kring.door.mastodon.Capabilities;
import social.kring.door.mastodon.MastodonDoor;
import social.kring.door.media.MediaDoor;
import social.kring.door.oauth.OauthDoor;
import social.kring.door.operations.HealthDoor;
import social.kring.door.pages.Failing;
import social.kring.door.pages.PageSources;
import social.kring.door.pages.PagesDoor;
import social.kring.door.pages.SignInPages;
import social.kring.federation.receiving.Inbox;
import social.kring.platform.release.Release;

/** All ways into the node. */
record DoorLayer(
    Settings settings,
    PlatformLayer platform,
    FederationLayer federation,
    CommunityLayer community,
    Inbox inbox,
    Remembered remembered) {

  FrontDoor front(MastodonDoor mastodon) {
    return new FrontDoor(
        platform.domains(),
        new HealthDoor(platform.database(), platform.watching().alarms()),
        doors(mastodon),
        new Failing(card()));
  }

  /**
   * Every door that answers for the served domains. What no API has is answered after all of them;
   * ids and inboxes may lie anywhere, so those are last.
   */
  private List<Door> doors(MastodonDoor mastodon) {
    return List.of(
        new WritingDoor(platform.watching().room()),
        discovery(),
        mastodon,
        kring(),
        oauth(),
        accounts(),
        new UnknownApi(),
        new MediaDoor(
            community.residents().pictures(), community.residents().gallery().elsewhere()),
        new AppDoor(AppFiles.bundled()),
        pages(),
        documents(),
        new InboxDoor(inbox, federation.actors(), platform.database()));
  }

  MastodonDoor mastodon() {
    return new MastodonDoor(capabilities(), card(), census(), addresses());
  }

  private AccountsDoor accounts() {
    return new AccountsDoor(
        community.residents().access(),
        federation.actors(),
        platform.database(),
        addresses(),
        platform.instruments().random(),
        new SignInPages(card()));
  }

  private ClientAddresses addresses() {
    return new ClientAddresses(settings.trustedProxies());
  }

  private OauthDoor oauth() {
    return new OauthDoor(
        community.residents().access(),
        federation.actors(),
        platform.database(),
        addresses(),
        platform.instruments().random(),
        new SignInPages(card()));
  }

  private PagesDoor pages() {
    var sources =
        new PageSources(
            platform.database(),
            federation.actors(),
            platform.domains(),
            community.relationships().reader(),
            community.posts().reading(),
            community.lists().timelines(),
            community.residents().gallery().links());
    return new PagesDoor(sources, card(), census(), remembered.pages());
  }

  private DiscoveryDoor discovery() {
    return new DiscoveryDoor(
        federation.actors(),
        platform.domains(),
        platform.database(),
        remembered.answers(),
        card(),
        census());
  }

  /** As it is said when the node starts. */
  private NodeCard card() {
    var said = House.on(community.foundation()).charter().read(platform.database());
    return new NodeCard(
        said.text(HouseSetting.TITLE).orElse(settings.domain().authority()),
        said.text(HouseSetting.DESCRIPTION)
            .orElse("A community on the open social web, where your network stays yours"),
        Release.version(),
        settings.access().signUps() == SignUps.Policy.OPEN);
  }

  private Census census() {
    return new Census(
        community.residents().access().accounts(),
        community.posts().reading().profiles(),
        platform.database(),
        platform.instruments().clock());
  }

  private DocumentsDoor documents() {
    var signers =
        new RemoteSigners(federation.elsewhere().keys(), federation.actors(), platform.database());
    return DocumentsDoor.on(
        community.foundation(),
        community.residents().people(),
        community.relationships(),
        community.capabilities(),
        remembered.answers(),
        new Readers(signers, federation.peers(), platform.instruments().clock()));
  }

  private Capabilities capabilities() {
    var residents = community.residents();
    return new Capabilities(
        community.foundation(),
        new Capabilities.Members(
            residents.people(),
            residents.access(),
            residents.pictures(),
            residents.uploads(),
            residents.gallery().links()),
        new Capabilities.Surroundings(
            platform.domains(), federation.peers(), community.abroad(), keeping()),
        community.relationships(),
        community.posts(),
        new Capabilities.Reading(
            community.lists().timelines(),
            community.lists().notifications(),
            community.lists().curation(),
            community.lists().push(),
            community.lists().conversations(),
            community.lists().schedule()));
  }

  private Capabilities.Keeping keeping() {
    return new Capabilities.Keeping(
        community.moderation(), House.on(community.foundation()), community.emojis());
  }

  private KringDoor kring() {
    var residents = community.residents();
    return new KringDoor(
        platform.database(),
        new KringDoor.Members(federation.actors(), residents.people(), residents.access()),
        new KringDoor.Moving(
            community.relationships().moves(),
            community.abroad(),
            federation.elsewhere().actors()::fetch),
        community.foundation().clock());
  }
}
