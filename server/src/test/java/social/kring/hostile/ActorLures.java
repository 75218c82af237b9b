package social.kring.hostile;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import social.kring.protocol.json.Tree;

/** Addresses in the documents of actors who come to know somebody here. */
final class ActorLures {
  private static final List<String> PROPERTIES =
      List.of(
          "inbox",
          "outbox",
          "followers",
          "following",
          "featured",
          "featuredTags",
          "liked",
          "streams",
          "url",
          "icon",
          "image",
          "movedTo",
          "alsoKnownAs",
          "publicKey",
          "assertionMethod",
          "attachment",
          "tag",
          "attributedTo",
          "proxyUrl");

  private ActorLures() {}

  static List<Lure> all() {
    return Stream.of(
            PROPERTIES.stream().map(name -> actor(name, (actor, at) -> actor.with(name, at))),
            Stream.of("sharedInbox", "proxyUrl", "oauthAuthorizationEndpoint")
                .map(name -> actor(name, (actor, at) -> actor.with("endpoints", Map.of(name, at)))),
            Stream.of("icon", "image").map(ActorLures::picture),
            Stream.of("outbox", "featured").map(ActorLures::list),
            others())
        .flatMap(all -> all)
        .toList();
  }

  private static Lure picture(String name) {
    return actor(
        "url of " + name,
        (actor, at) ->
            actor.with(name, Map.of("type", "Image", "mediaType", "image/png", "url", at)));
  }

  private static Stream<Lure> others() {
    return Stream.of(
        actor("id of a key", (actor, at) -> actor.with("publicKey", key(actor).with("id", at))),
        actor(
            "owner of a key", (actor, at) -> actor.with("publicKey", key(actor).with("owner", at))),
        actor("bio", (actor, at) -> actor.with("summary", "<a rel=me href=\"" + at + "\">x</a>")),
        actor("a field", (actor, at) -> actor.with("attachment", field(at))),
        new Lure(
            "webfinger of an actor",
            attempt -> {
              var who = attempt.newcomer();
              who.settlesAs(
                  who.document().with("webfinger", who.name() + "@" + attempt.authority()));
              attempt.follows(who);
            }));
  }

  private static Tree key(Tree actor) {
    return actor.tree("publicKey").orElseThrow();
  }

  private static List<Map<String, Object>> field(String address) {
    return List.of(
        Map.of(
            "type",
            "PropertyValue",
            "name",
            "home",
            "value",
            "<a rel=me href=\"" + address + "\">" + address + "</a>"));
  }

  /** Follows alice, whose node answers, and tells all followers what she writes afterwards. */
  private static Lure actor(String field, BiFunction<Tree, String, Tree> change) {
    return new Lure(
        field + " of an actor",
        attempt -> {
          var who = attempt.newcomer();
          who.settlesAs(change.apply(who.document(), attempt.address()));
          attempt.follows(who);
        });
  }

  /** Is followed by alice, whose node then looks at what they wrote before. */
  private static Lure list(String name) {
    return new Lure(
        name + " of somebody followed",
        attempt -> {
          var who = attempt.newcomer();
          who.settlesAs(who.document().with(name, attempt.address()));
          attempt.isFollowed(who);
        });
  }
}
