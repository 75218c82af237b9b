package social.kring.hostile;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import social.kring.hostile.Lure.Attempt;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Addresses in what a node fetches, and where it is sent on to. */
final class DocumentLures {
  private static final List<String> OF_COLLECTIONS =
      List.of("first", "last", "next", "items", "orderedItems");

  private DocumentLures() {}

  static List<Lure> all() {
    return Stream.of(redirects(), posts(), collections(), handles()).flatMap(all -> all).toList();
  }

  private static Stream<Lure> redirects() {
    return Stream.of(
        new Lure(
            "redirect of a post",
            a -> {
              var at = a.own("/notes/");
              a.mallory().world().redirects(at, a.address());
              a.says(a.mallory().activity("Announce", at));
            }),
        new Lure(
            "second redirect of a post",
            a -> {
              var at = a.own("/notes/");
              var further = a.own("/notes/");
              a.mallory().world().redirects(at, further.text());
              a.mallory().world().redirects(further, a.address());
              a.says(a.mallory().activity("Announce", at));
            }),
        new Lure(
            "redirect of an actor",
            a -> {
              var who = a.newcomer();
              a.mallory().world().redirects(who.uri(), a.address());
              a.follows(who);
            }),
        new Lure(
            "redirect of a handle",
            a -> {
              var who = a.newcomer();
              a.mallory().world().redirects(who.webFinger(), a.address());
              a.asksFor(search(who.handle()));
            }),
        new Lure(
            "redirect of an outbox",
            a -> {
              var who = a.newcomer().settles();
              a.mallory().world().redirects(who.under("/outbox"), a.address());
              a.isFollowed(who);
            }));
  }

  private static String search(String text) {
    return "/api/v2/search?resolve=true&q=" + Attempt.encoded(text);
  }

  private static Stream<Lure> posts() {
    return Stream.of(
        fetched("id", (note, at) -> note.with("id", at)),
        fetched("attributedTo", (note, at) -> note.with("attributedTo", at)),
        fetched("inReplyTo", (note, at) -> note.with("inReplyTo", at)),
        fetched(
            "replies",
            (note, at) -> note.with("replies", Map.of("type", "Collection", "first", at))),
        fetched("context", (note, at) -> note.with("context", at)),
        fetched(
            "@context",
            (note, at) -> note.with("@context", List.of(Outlaw.CONTEXT.getFirst(), at))),
        fetched(
            "a mention", (note, at) -> note.with("tag", Map.of("type", "Mention", "href", at))));
  }

  /** A post that mallory boosts, so that it is asked for. */
  private static Lure fetched(String field, BiFunction<Tree, String, Tree> change) {
    return new Lure(
        field + " of a fetched post",
        a -> {
          var note = a.note();
          var at = note.id("id").orElseThrow();
          a.mallory().world().serves(at, change.apply(note, a.address()));
          a.says(a.mallory().activity("Announce", at));
        });
  }

  private static Stream<Lure> collections() {
    return Stream.concat(
        OF_COLLECTIONS.stream().map(name -> outbox(name, (list, at) -> list.with(name, at))),
        Stream.of(
            outbox("a note in items", (list, at) -> list.with("orderedItems", note(at))),
            outbox("a Create in items", (list, at) -> list.with("orderedItems", create(at)))));
  }

  private static List<Map<String, Object>> note(String address) {
    return List.of(Map.of("type", "Note", "id", address, "attributedTo", address));
  }

  private static List<Map<String, Object>> create(String address) {
    return List.of(Map.of("type", "Create", "actor", address, "object", address));
  }

  private static Lure outbox(String field, BiFunction<Tree, String, Tree> change) {
    return new Lure(
        field + " of an outbox",
        a -> {
          var who = a.newcomer().settles();
          var at = who.under("/outbox");
          a.mallory().world().serves(at, change.apply(collection(at), a.address()));
          a.isFollowed(who);
        });
  }

  private static Tree collection(FediUrl at) {
    return Tree.builder()
        .put("@context", Outlaw.CONTEXT)
        .put("id", at)
        .put("type", "OrderedCollection")
        .put("totalItems", 3)
        .build();
  }

  private static Stream<Lure> handles() {
    return Stream.of(
        new Lure(
            "self link of a handle",
            a -> {
              var who = a.newcomer();
              var subject = who.handle().replaceFirst("@", "acct:");
              a.mallory().world().answersFor(subject, who.webFinger(), a.address());
              a.asksFor(search(who.handle()));
            }),
        new Lure(
            "subject of a handle",
            a -> {
              var who = a.newcomer().settles();
              var subject = "acct:" + who.name() + "@" + a.authority();
              a.mallory().world().answersFor(subject, who.webFinger(), who.uri().text());
              a.asksFor(search(who.handle()));
            }));
  }
}
