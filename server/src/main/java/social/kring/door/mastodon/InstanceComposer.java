package social.kring.door.mastodon;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import social.kring.community.access.SignUps;
import social.kring.community.access.SignUps.Policy;
import social.kring.community.house.HouseSetting;
import social.kring.door.Census;
import social.kring.door.activitypub.NodeCard;
import social.kring.door.mastodon.composing.Faces;
import social.kring.door.mastodon.entities.Instance;
import social.kring.door.mastodon.entities.Instance.Configuration;
import social.kring.door.mastodon.entities.Instance.Feed;
import social.kring.door.mastodon.entities.InstanceV1;
import social.kring.platform.domains.Domain;

/** Composes what the node says of itself. */
final class InstanceComposer {
  /** The API that is spoken, and by whom: apps tell from the first number what they may use. */
  private static final String API = "4.5.0 (compatible; Kring %s)";

  /** The second has grouped notifications. */
  private static final int API_LEVEL = 2;

  /** Says whose node it is, and where its source is. */
  private static final String ABOUT = "/about";

  private final NodeCard card;
  private final Census census;
  private final SignUps signUps;
  private final Instant since;
  private final Supplier<String> pushKey;

  /**
   * @param pushKey by which apps know this node's messages
   */
  InstanceComposer(
      NodeCard card, Census census, SignUps signUps, Instant since, Supplier<String> pushKey) {
    this.card = card;
    this.census = census;
    this.signUps = signUps;
    this.since = since;
    this.pushKey = pushKey;
  }

  Instance instance(Domain domain, Presentation shown) {
    return new Instance(
        domain.authority(),
        shown.title(),
        API.formatted(card.version()),
        domain.url(ABOUT).text(),
        shown.description(),
        new Instance.Usage(new Instance.Users(census.counts().people().activeMonth())),
        new Instance.Thumbnail(thumbnail(domain)),
        List.of(),
        shown.languages(),
        configuration(domain, shown),
        registrations(domain, shown),
        Map.of("mastodon", API_LEVEL),
        new Instance.Contact(shown.email(), shown.contact()),
        shown.rules());
  }

  /**
   * @param hosts how many other nodes are known
   */
  InstanceV1 instanceV1(Domain domain, Presentation shown, long hosts) {
    var counts = census.counts();
    return new InstanceV1(
        domain.authority(),
        shown.title(),
        shown.description(),
        shown.extendedDescription(),
        shown.email(),
        API.formatted(card.version()),
        new InstanceV1.Urls(streaming(domain)),
        new InstanceV1.Stats(counts.people().accounts(), counts.posts(), hosts),
        Optional.of(thumbnail(domain)),
        shown.languages(),
        open(),
        signUps.policy() == Policy.APPROVAL,
        signUps.policy() != Policy.CLOSED,
        new InstanceV1.Configuration(
            new InstanceV1.Accounts(0), Limits.STATUSES, Limits.MEDIA_V1, Limits.POLLS),
        shown.contact(),
        shown.rules());
  }

  /** What the node says of itself where nothing else was chosen. */
  NodeCard card() {
    return card;
  }

  Instant since() {
    return since;
  }

  private Configuration configuration(Domain domain, Presentation shown) {
    return new Configuration(
        new Instance.Urls(
            streaming(domain),
            shown.text(HouseSetting.STATUS_URL),
            domain.url(ABOUT).text(),
            Optional.empty(),
            Optional.empty()),
        Map.of("public_key", pushKey.get()),
        new Instance.Accounts(0, Limits.MOST_PINNED),
        Limits.STATUSES,
        Limits.MEDIA,
        Limits.POLLS,
        Map.of("enabled", false),
        timelines(),
        false);
  }

  private static Map<String, Feed> timelines() {
    var access = new LinkedHashMap<String, Feed>();
    access.put("live_feeds", Feed.OPEN);
    access.put("hashtag_feeds", Feed.OPEN);
    access.put("trending_link_feeds", Feed.OPEN);
    return access;
  }

  /** For whoever cannot sign up, as HTML. */
  private String said() {
    return signUps.policy() == Policy.INVITE
        ? "<p>You can sign up here with an invite from somebody who has an account.</p>"
        : "<p>This node takes no new accounts.</p>";
  }

  private Instance.Registrations registrations(Domain domain, Presentation shown) {
    return new Instance.Registrations(
        open(),
        signUps.policy() == Policy.APPROVAL,
        shown
            .text(HouseSetting.REGISTRATION_MESSAGE)
            .map(Presentation::html)
            .or(() -> Optional.of(said()).filter(text -> !open())),
        signUps.minimumAge(),
        Optional.of(signUps.policy() == Policy.APPROVAL),
        Optional.of(domain.url("/oauth/sign-up").text()));
  }

  private boolean open() {
    return signUps.policy() == Policy.OPEN || signUps.policy() == Policy.APPROVAL;
  }

  private static String thumbnail(Domain domain) {
    return domain.url(Faces.HEADER).text();
  }

  private static String streaming(Domain domain) {
    return (domain.scheme().equals("https") ? "wss://" : "ws://") + domain.authority();
  }
}
