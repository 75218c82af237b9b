package social.kring.federation.actors;

import java.util.random.RandomGenerator;
import social.kring.platform.domains.Domain;
import social.kring.protocol.url.FediUrl;

/**
 * Makes new addresses. They are random, so that they neither count nor name anybody, and stored as
 * they are made: nothing ever computes one again.
 */
public final class Minting {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 20;

  private final RandomGenerator random;

  public Minting(RandomGenerator random) {
    this.random = random;
  }

  public FediUrl actor(Domain domain) {
    return domain.url("/ap/p/" + token());
  }

  /** Of a post or whatever else is not an actor or an activity. */
  public FediUrl object(ActorRow author) {
    return under(author, "/ap/o/");
  }

  public FediUrl activity(ActorRow actor) {
    return under(actor, "/ap/a/");
  }

  private FediUrl under(ActorRow actor, String path) {
    var origin = actor.uri().origin();
    return FediUrl.parse(origin.scheme() + "://" + origin.authority() + path + token());
  }

  /** 100 random bits. */
  public String token() {
    var text = new StringBuilder(LENGTH);
    for (var i = 0; i < LENGTH; i++) text.append(ALPHABET.charAt(random.nextInt(32)));
    return text.toString();
  }
}
