package social.kring.door.mastodon.composing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import social.kring.community.media.MediaLinks;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.domains.Domain;
import social.kring.platform.domains.Domains;
import social.kring.protocol.url.FediUrl;

/** How actors are named and pictured to apps. */
public final class Faces {
  /** Where the pictures lie of those who have none of their own. */
  public static final String AVATAR = "/images/avatar.png";

  public static final String HEADER = "/images/header.png";

  private final Domains domains;
  private final MediaLinks links;

  public Faces(Domains domains, MediaLinks links) {
    this.domains = domains;
    this.links = links;
  }

  /** People of the node's own domain go by their name alone. */
  String acct(ActorRow actor) {
    var here = actor.local() && actor.handle().authority().equals(primary().authority());
    return here ? actor.handle().name() : actor.handle().acct();
  }

  String avatar(ActorRow actor) {
    return shown(actor)
        ? actor.profile().images().avatar().flatMap(links::shown).orElseGet(() -> address(AVATAR))
        : address(AVATAR);
  }

  String header(ActorRow actor) {
    return shown(actor)
        ? actor.profile().images().header().flatMap(links::shown).orElseGet(() -> address(HEADER))
        : address(HEADER);
  }

  /** Where apps find a picture, if it has an address. */
  Optional<String> shown(String address) {
    return links.shown(address);
  }

  String shown(FediUrl url) {
    return links.shown(url);
  }

  /** Of those who are suspended only the name is left. */
  static boolean shown(ActorRow actor) {
    return actor.standing().active();
  }

  /** Where a hashtag has its page. */
  String tag(String name) {
    return address("/tags/" + URLEncoder.encode(name, StandardCharsets.UTF_8));
  }

  String address(String path) {
    return primary().url(path).text();
  }

  private Domain primary() {
    return domains.primary();
  }
}
