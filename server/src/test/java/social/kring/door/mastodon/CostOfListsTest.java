package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

/**
 * A list takes as many statements for twenty entries as for five, whatever it lists: every route
 * that is mounted is asked, so one that comes later is held to it too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CostOfListsTest {
  private static final int MANY = 21;

  /** Those that must have shown as many as were asked for, or nothing was measured. */
  private static final Set<String> FULL =
      Set.of(
          "/api/v1/timelines/home",
          "/api/v1/timelines/public",
          "/api/v1/timelines/tag/:tag",
          "/api/v1/notifications",
          "/api/v1/favourites",
          "/api/v1/bookmarks",
          "/api/v1/blocks",
          "/api/v1/mutes",
          "/api/v1/accounts/:id/statuses",
          "/api/v1/accounts/:id/followers",
          "/api/v1/accounts/:id/following",
          "/api/v1/statuses/:id/favourited_by",
          "/api/v1/statuses/:id/reblogged_by",
          "/api/v2/search");

  private ApiTown town;
  private Resident alice;
  private final List<Resident> others = new ArrayList<>();
  private final List<String> posts = new ArrayList<>();
  private String own;
  private String list;

  @BeforeAll
  void open() {
    town = new ApiTown();
    alice = town.person("alice");
    own = alice.posts("hello from alice #tag").id();
    for (var i = 0; i < MANY; i++) meet(town.person("person" + i));
    for (var i = 0; i < MANY; i++) avoid(i);
    for (var i = 0; i < MANY; i++) alice.posts("hello " + i + " #tag");
    list = alice.api().post("/api/v1/lists", "title", "all").id();
    for (var other : others) {
      alice.api().post("/api/v1/lists/" + list + "/accounts", "account_ids[]", other.id());
    }
    others.forEach(other -> posts.add(other.posts("hello @alice #tag").id()));
    posts.forEach(this::marks);
    town.drain();
  }

  private void meet(Resident other) {
    others.add(other);
    alice.api().post("/api/v1/accounts/" + other.id() + "/follow");
    other.api().post("/api/v1/accounts/" + alice.id() + "/follow");
    other.api().post("/api/v1/statuses/" + own + "/favourite");
    other.api().post("/api/v1/statuses/" + own + "/reblog");
  }

  private void avoid(int number) {
    var blocked = town.stranger("blocked" + number, "far.example");
    var muted = town.stranger("muted" + number, "far.example");
    alice.api().post("/api/v1/accounts/" + blocked.id() + "/block");
    alice.api().post("/api/v1/accounts/" + muted.id() + "/mute");
    alice.api().post("/api/v1/domain_blocks", "domain", "host" + number + ".example");
    alice.api().post("/api/v1/tags/followed" + number + "/follow");
    alice.api().post("/api/v1/lists", "title", "list " + number);
    alice.api().post("/api/v2/filters", "title", "filter " + number, "context[]", "home");
  }

  private void marks(String post) {
    alice.api().post("/api/v1/statuses/" + post + "/favourite");
    alice.api().post("/api/v1/statuses/" + post + "/bookmark");
  }

  @AfterAll
  void close() {
    town.close();
  }

  /**
   * What one answer took.
   *
   * @param rows in all lists of the answer
   */
  private record Cost(long rows, long statements) {}

  @Test
  void a_list_takes_as_many_statements_for_twenty_as_for_five() {
    var costs = new LinkedHashMap<String, List<Cost>>();
    for (var path : paths()) costs.put(path, List.of(cost(path, 1), cost(path, 5), cost(path, 20)));

    assertThat(full(costs)).containsAll(FULL);
    assertThat(costs.get("/api/v1/timelines/home").getLast().statements()).isGreaterThan(2);
    assertThat(
            costs.entrySet().stream()
                .filter(route -> grows(route.getValue()))
                .map(Map.Entry::toString))
        .isEmpty();
  }

  /** One entry may need less: where nobody is named, nobody is looked up. */
  private static boolean grows(List<Cost> costs) {
    return costs.get(2).statements() > costs.get(1).statements()
        || costs.get(1).statements() - costs.get(0).statements() > 2;
  }

  private static Set<String> full(Map<String, List<Cost>> costs) {
    return costs.entrySet().stream()
        .filter(route -> route.getValue().get(2).rows() >= 20)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Set<String> paths() {
    return town.router().getRoutes().stream()
        .filter(route -> route.getPath() != null && route.methods() != null)
        .filter(route -> route.methods().contains(HttpMethod.GET))
        .filter(route -> route.getPath().matches("/api/v[12]/(?!streaming).*"))
        .map(route -> route.getPath())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Everything was rendered before, and then everything has changed: nothing is remembered. */
  private Cost cost(String path, int size) {
    var asked = filled(path) + "?q=hello&limit=" + size + ids(path, size);
    for (var table : List.of("post", "actor", "boost")) {
      town.square().database().execute("UPDATE " + table + " SET id = id");
    }
    var before = town.square().town().statements().count();
    var answer = alice.api().get(asked);
    var statements = town.square().town().statements().count() - before;
    return answer.status() == 200
        ? new Cost(rows(answer.json()), statements)
        : new Cost(0, statements);
  }

  private static long rows(JsonNode answer) {
    if (answer.isArray()) return answer.size();
    var rows = 0L;
    for (var part : answer) rows += part.isArray() ? part.size() : 0;
    return rows;
  }

  private String filled(String path) {
    return path.replaceFirst("(accounts)/:[a-z_]+", "$1/" + alice.id())
        .replaceFirst("(statuses)/:[a-z_]+", "$1/" + own)
        .replaceFirst("(lists?)/:[a-z_]+", "$1/" + list)
        .replaceFirst("(tags?)/:[a-z_]+", "$1/tag")
        .replaceAll(":[a-z_]+", own);
  }

  /** Some routes are asked for by ids rather than for so many. */
  private String ids(String path, int size) {
    var ids = path.contains("statuses") ? posts : others.stream().map(Resident::id).toList();
    return IntStream.range(0, size)
        .mapToObj(i -> "&id%5B%5D=" + ids.get(i))
        .collect(Collectors.joining());
  }
}
