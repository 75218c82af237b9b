package social.kring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.kring.node.MountedRoutes;
import social.kring.protocol.json.Tree;

/** Whoever sends a thousand of everything gets as much kept and asked for as somebody decent. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest {
  private static final int MANY = 2_000;
  private static final int MOST_NAMED = 100;

  private final Underworld world = new Underworld();
  private final Fortress fortress =
      new Fortress(
          Set.of(Underworld.place(world.at("home", "/")), Underworld.place(world.at("bait", "/"))));
  private final Outlaw mallory =
      new Outlaw(world, "home", "mallory", Keys.RSA, Keys.ED25519).settles();
  private Citizen alice;

  @BeforeAll
  void meet() {
    alice = fortress.citizen("alice");
    alice.follows(mallory);
  }

  @AfterAll
  void close() {
    fortress.close();
    world.close();
  }

  private static List<Object> many(Function<Integer, Object> make) {
    return IntStream.range(0, MANY).mapToObj(make::apply).toList();
  }

  private String bait(int number) {
    return world.at("bait", "/b" + number).text();
  }

  private long visitsToBait() {
    return world.heard().filter(each -> each.startsWith("bait.")).count();
  }

  private JsonNode arrives(Tree note) {
    assertThat(fortress.hears(mallory, mallory.creates(note))).isEqualTo(202);
    fortress.hurry();
    var query = Lure.Attempt.encoded(note.string("id").orElseThrow());
    return alice.api().get("/api/v2/search?type=statuses&q=" + query).at("/statuses/0");
  }

  private Tree note() {
    return mallory.note(alice.actor().uri());
  }

  @Test
  void a_post_names_fifty_people_of_whom_ten_are_asked_for() {
    var before = visitsToBait();
    var shown =
        arrives(
            note()
                .with("tag", many(i -> Map.of("type", "Mention", "name", "@x", "href", bait(i)))));
    assertThat(shown.at("/id").asText()).isNotEmpty();
    assertThat(visitsToBait() - before).isLessThanOrEqualTo(20);
  }

  @Test
  void a_post_has_sixteen_pictures_and_a_hundred_tags() {
    var shown =
        arrives(
            note()
                .with(
                    "attachment",
                    many(i -> Map.of("type", "Image", "mediaType", "image/png", "url", bait(i))))
                .with("tag", many(i -> Map.of("type", "Hashtag", "name", "#tag" + i))));
    assertThat(shown.at("/media_attachments")).hasSizeBetween(1, 16);
    assertThat(shown.at("/tags")).hasSizeBetween(1, 100);
  }

  @Test
  void a_post_is_addressed_to_a_bounded_number() {
    var before = visitsToBait();
    var shown =
        arrives(
            note()
                .with(
                    "to",
                    Stream.concat(
                            note().strings("to").stream(),
                            IntStream.range(0, MANY).mapToObj(this::bait))
                        .toList())
                .with("cc", many(this::bait)));
    assertThat(shown.at("/id").asText()).isNotEmpty();
    assertThat(visitsToBait() - before).isLessThanOrEqualTo(20);
  }

  @Test
  void a_text_is_cut_where_it_gets_too_long() {
    var shown = arrives(note().with("content", "<p>" + "x".repeat(500_000) + "</p>"));
    assertThat(shown.at("/content").asText().length()).isBetween(10_000, 110_000);
  }

  @Test
  void a_poll_has_a_bounded_number_of_options() {
    var shown =
        arrives(
            note()
                .with("type", "Question")
                .with("oneOf", many(i -> Map.of("type", "Note", "name", "option " + i))));
    assertThat(shown.at("/poll/options").size()).isLessThanOrEqualTo(100);
  }

  @Test
  void somebody_elsewhere_has_a_bounded_profile() {
    var giant = new Outlaw(world, "home", "giant", Keys.RSA, Keys.ED25519);
    giant.settlesAs(
        giant
            .document()
            .with("name", "n".repeat(50_000))
            .with("summary", "s".repeat(200_000))
            .with(
                "attachment",
                many(i -> Map.of("type", "PropertyValue", "name", "f" + i, "value", "v")))
            .with("alsoKnownAs", many(this::bait))
            .with("tag", many(i -> Map.of("type", "Hashtag", "name", "#t" + i))));
    alice.idOf(giant);
    var shown = alice.api().get("/api/v1/accounts/" + alice.idOf(giant)).json();
    assertThat(shown.at("/fields")).hasSizeBetween(1, 50);
    assertThat(shown.at("/display_name").asText().length()).isBetween(100, 2_048);
    assertThat(shown.at("/note").asText().length()).isBetween(1_000, 25_000);
    var aliases =
        fortress
            .database()
            .one(
                "SELECT cardinality(also_known_as) AS n FROM actor WHERE uri = $1",
                Tuple.of(giant.uri().text()),
                row -> row.getInteger("n"));
    assertThat(aliases.orElseThrow()).isLessThanOrEqualTo(256);
  }

  @Test
  void a_collection_without_end_is_read_for_a_little_while() {
    var endless = new Outlaw(world, "home", "endless", Keys.RSA, Keys.ED25519).settles();
    for (var i = 0; i < 40; i++) {
      world.serves(page(endless, i));
    }
    world.serves(
        endless.under("/outbox"),
        page(endless, 0)
            .with("id", endless.under("/outbox"))
            .without("orderedItems")
            .with("type", "OrderedCollection")
            .with("first", endless.under("/page0")));
    alice.asksToFollow(endless);
    fortress.hurry();
    var read = world.heard().filter(each -> each.contains("/endless/page")).count();
    assertThat(read).isBetween(1L, 10L);
  }

  private static Tree page(Outlaw who, int number) {
    return Tree.builder()
        .put("@context", Outlaw.CONTEXT)
        .put("id", who.under("/page" + number))
        .put("type", "OrderedCollectionPage")
        .put("partOf", who.under("/outbox"))
        .put("next", who.under("/page" + (number + 1)))
        .put("orderedItems", List.of(who.under("/n" + number)))
        .build();
  }

  @Test
  void no_list_is_longer_than_the_longest_whatever_is_asked_for(@TempDir Path data) {
    fortress
        .database()
        .execute(
            """
            INSERT INTO actor (id, uri, type, local, name, authority, inbox, page, published)
            SELECT n, 'https://crowd.example/' || n, 'Person', false, 'crowd' || n,
                   'crowd.example', 'https://crowd.example/in', 'https://crowd.example/', now()
              FROM generate_series(1, 200) AS n
            """,
            Tuple.tuple());
    for (var i = 0; i < 50; i++) alice.posts("number " + i + " #many", "public");
    var seen = 0;
    for (var route : MountedRoutes.all(data)) {
      if (!route.method().equals("GET") || !route.path().startsWith("/api/")) continue;
      // Streams have no end, and are no lists.
      if (route.path().startsWith("/api/v1/streaming")) continue;
      for (var limit : List.of("1000000", "-1")) {
        var path = route.filled(route.path().contains("tag") ? "many" : "" + alice.actor().id());
        var ids = IntStream.rangeClosed(1, 200).mapToObj(n -> "&id[]=" + n).toList();
        var answer = alice.api().get(path + "?q=crowd&limit=" + limit + String.join("", ids));
        if (answer.status() != 200 || !answer.header("Content-Type").orElse("").contains("json"))
          continue;
        seen++;
        for (var list : lists(answer.json())) {
          assertThat(list.size()).as(path + " " + limit).isLessThanOrEqualTo(MOST_NAMED);
        }
      }
    }
    assertThat(seen).isGreaterThan(50);
  }

  private static List<JsonNode> lists(JsonNode answer) {
    if (answer.isArray()) return List.of(answer);
    return answer.properties().stream().map(Map.Entry::getValue).filter(JsonNode::isArray).toList();
  }
}
