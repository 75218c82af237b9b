package social.kring.protocol.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * Who is behind a handle (RFC 7033).
 *
 * @param subject the handle that the answer is about
 * @param self the actor's address
 * @param page the profile page, where one is named
 * @param subscribe the template for following from elsewhere, where one is named
 */
public record WebFinger(
    Handle subject,
    List<FediUrl> aliases,
    FediUrl self,
    Optional<FediUrl> page,
    Optional<String> subscribe) {
  public static final String MEDIA_TYPE = "application/jrd+json";

  private static final String ACTIVITY_JSON = "application/activity+json";
  private static final String PROFILE_PAGE = "http://webfinger.net/rel/profile-page";
  private static final String SUBSCRIBE = "http://ostatus.org/schema/1.0/subscribe";
  private static final Set<String> SELF_TYPES =
      Set.of(
          ACTIVITY_JSON,
          "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"",
          "application/ld+json;profile=\"https://www.w3.org/ns/activitystreams\"");

  public WebFinger {
    aliases = List.copyOf(aliases);
  }

  /**
   * Reads a peer's answer.
   *
   * @throws Problem MALFORMED where it names no subject or no actor
   */
  public static WebFinger from(Tree jrd) {
    return new WebFinger(
        Handle.parse(
            jrd.string("subject").orElseThrow(() -> Problem.malformed("subject is missing"))),
        jrd.ids("aliases").stream().limit(20).toList(),
        jrd.objects("links").stream()
            .filter(WebFinger::isActor)
            .flatMap(link -> link.id("href").stream())
            .findFirst()
            .orElseThrow(() -> Problem.malformed("links name no actor")),
        link(jrd, PROFILE_PAGE).flatMap(link -> link.id("href")),
        link(jrd, SUBSCRIBE).flatMap(link -> link.string("template")));
  }

  public Tree toTree() {
    var links = new ArrayList<Tree>();
    links.add(
        Tree.builder().put("rel", "self").put("type", ACTIVITY_JSON).put("href", self).build());
    page.ifPresent(
        url ->
            links.add(
                Tree.builder()
                    .put("rel", PROFILE_PAGE)
                    .put("type", "text/html")
                    .put("href", url)
                    .build()));
    subscribe.ifPresent(
        template ->
            links.add(Tree.builder().put("rel", SUBSCRIBE).put("template", template).build()));
    return Tree.builder()
        .put("subject", "acct:" + subject.acct())
        .put("aliases", aliases)
        .put("links", links)
        .build();
  }

  private static boolean isActor(Tree link) {
    return link.string("rel").filter("self"::equals).isPresent()
        && link.string("type")
            .map(type -> type.toLowerCase(Locale.ROOT))
            .filter(SELF_TYPES::contains)
            .isPresent();
  }

  private static Optional<Tree> link(Tree jrd, String rel) {
    return jrd.objects("links").stream()
        .filter(link -> link.string("rel").filter(rel::equals).isPresent())
        .findFirst();
  }
}
