package social.kring.community.push;

import java.security.SecureRandom;
import java.util.Optional;
import social.kring.community.Capability;
import social.kring.community.Foundation;
import social.kring.community.access.Tokens;
import social.kring.community.media.MediaLinks;
import social.kring.community.notifications.Notifications;
import social.kring.community.posts.PostReader;
import social.kring.community.push.PushSubscription.Route;
import social.kring.community.relationships.RelationshipReader;
import social.kring.platform.domains.Domains;
import social.kring.protocol.Problem;
import social.kring.protocol.push.PushCipher;
import social.kring.protocol.push.PushRecipient;
import social.kring.protocol.url.FediUrl;

/** Messages to apps that are not running. */
public final class Push {
  private final Foundation base;
  private final PushTable table = new PushTable();
  private final PushKeys keys;
  private final TokenSeal seal;
  private final Capability capability;

  /** What is told, and to whom. */
  public record Sources(
      Tokens tokens,
      Notifications notifications,
      RelationshipReader relationships,
      PostReader posts) {}

  /** The outside. */
  public record Outside(Domains domains, MediaLinks links, PushService service, TokenSeal seal) {}

  public Push(Foundation base, Sources sources, Outside outside, SecureRandom random) {
    this.base = base;
    this.keys = new PushKeys(base.database(), random, base.clock());
    this.seal = outside.seal();
    var sender =
        new PushDelivery.Sender(
            new PushCipher(random),
            outside.service(),
            outside.domains().primary().url("/about").text());
    var means =
        new PushDelivery.Means(
            sources.notifications(),
            sources.relationships(),
            sources.tokens(),
            keys,
            seal,
            new PushLetter(base.actors(), sources.posts(), outside.domains(), outside.links()),
            sender);
    this.capability =
        Capability.named("push")
            .consuming(new PushFeed(sources.notifications(), table, base.jobs(), base.clock()))
            .working(new PushDelivery(base, table, means));
  }

  public Capability capability() {
    return capability;
  }

  /** By which apps know this node's messages, in base64url. */
  public String publicKey() {
    return keys.key().publicText();
  }

  /** An app that subscribes. */
  public record Subscriber(long token, String tokenText, long owner) {}

  /**
   * Where and how it wants to be told.
   *
   * @param point {@code p256dh}
   * @param secret {@code auth}
   */
  public record Address(String endpoint, String point, String secret, boolean standard) {}

  /**
   * Takes the place of what the app had subscribed to before.
   *
   * @throws Problem INVALID naming the field
   */
  public PushSubscription subscribe(Subscriber who, Address address, PushWishes wishes) {
    var route =
        new Route(
            endpoint(address.endpoint()),
            recipient(address),
            address.standard(),
            Optional.of(seal.seal(who.tokenText())));
    var subscription =
        new PushSubscription(base.ids().next(), who.token(), who.owner(), route, wishes);
    base.database()
        .transaction(
            tx -> {
              table.replace(tx, subscription, base.clock().instant());
              return null;
            });
    return subscription;
  }

  /** Off this machine, nobody can trust plain HTTP. */
  private static FediUrl endpoint(String text) {
    return FediUrl.tryParse(text)
        .filter(url -> url.origin().scheme().equals("https") || url.origin().isThisMachine())
        .orElseThrow(
            () ->
                Problem.invalid(
                    "Validation failed: subscription[endpoint] is not an https address"));
  }

  private static PushRecipient recipient(Address address) {
    try {
      return PushRecipient.parse(address.point(), address.secret());
    } catch (Problem wrong) {
      throw Problem.invalid("Validation failed: subscription[keys]: " + wrong.getMessage());
    }
  }

  /**
   * What an app has subscribed to.
   *
   * @param token its id
   * @throws Problem NOT_FOUND where it has not
   */
  public PushSubscription require(long token) {
    return table.ofToken(base.database(), token).orElseThrow(Push::none);
  }

  /**
   * @throws Problem NOT_FOUND where it has not subscribed
   */
  public PushSubscription change(long token, PushWishes wishes) {
    if (!table.change(base.database(), token, wishes)) throw none();
    return require(token);
  }

  public void end(long token) {
    table.deleteOfToken(base.database(), token);
  }

  private static Problem none() {
    return Problem.notFound("Record not found");
  }
}
