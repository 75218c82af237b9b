package social.kring.door.pages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import social.kring.community.media.MediaLinks;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.domains.Domain;

/** Shows who somebody is. */
final class Portraits {
  private static final int HUES = 8;

  private final Domain domain;
  private final MediaLinks links;

  /**
   * @param domain that the page is on
   */
  Portraits(Domain domain, MediaLinks links) {
    this.domain = domain;
    this.links = links;
  }

  Face of(ActorRow actor) {
    var name = name(actor);
    return new Face(
        name,
        actor.handle().toString(),
        actor.addresses().page().text(),
        actor.profile().images().avatar().flatMap(this::shown),
        initials(name),
        Math.floorMod(actor.handle().acct().hashCode(), HUES));
  }

  /** An address that lies on this domain: pages load pictures from nowhere else. */
  Optional<String> shown(String address) {
    return links.on(domain, address);
  }

  static String name(ActorRow actor) {
    var name = actor.profile().displayName().strip();
    return name.isEmpty() ? actor.handle().name() : name;
  }

  private static String initials(String name) {
    var words =
        Arrays.stream(name.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
    if (words.isEmpty()) return "?";
    var first = first(words.getFirst());
    var last = words.size() > 1 ? first(words.getLast()) : "";
    return (first + last).toUpperCase(Locale.ROOT);
  }

  private static String first(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1));
  }
}
