package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.community.PageRequest;
import social.kring.community.notifications.NotificationFilter;
import social.kring.community.posts.PostEntry;
import social.kring.testing.ApiTown;
import social.kring.testing.CountedQueries;
import social.kring.testing.Resident;

/** However long a page is, and however many people are on it, it takes the same few queries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposingTest {
  private static final int PEOPLE = 4;

  private ApiTown town;
  private Composers composers;
  private Resident alice;
  private final List<Resident> people = new ArrayList<>();
  private final List<PostEntry> entries = new ArrayList<>();

  @BeforeAll
  void open() {
    town = new ApiTown();
    composers = Composers.of(town.capabilities());
    alice = town.person("alice");
    for (var i = 0; i < PEOPLE; i++) {
      var person = town.person("person" + i);
      people.add(person);
      var post = Long.parseLong(person.posts("@alice hello #tag" + i).id());
      var boost = alice.api().post("/api/v1/statuses/" + post + "/reblog").id();
      entries.add(PostEntry.of(post));
      entries.add(new PostEntry(Long.parseLong(boost), post));
    }
    town.drain();
  }

  @AfterAll
  void close() {
    town.close();
  }

  private int counted(ToIntFunction<CountedQueries> composing) {
    var queries = new CountedQueries(town.square().database());
    assertThat(composing.applyAsInt(queries)).isPositive();
    return queries.count();
  }

  private int posts(long viewer, List<PostEntry> shown) {
    return counted(queries -> composers.statuses().of(queries, viewer, shown).size());
  }

  @Test
  void a_page_of_posts_takes_twelve_queries_at_first_and_then_one() {
    for (var viewer : new long[] {0, alice.neighbour().id()}) {
      composers = Composers.of(town.capabilities());
      assertThat(posts(viewer, entries)).isLessThanOrEqualTo(12);
      assertThat(posts(viewer, entries)).isEqualTo(1);
    }
  }

  @Test
  void accounts_and_relationships_take_a_fixed_number_too() {
    var actors = people.stream().map(Resident::actor).toList();
    var one = actors.subList(0, 1);
    var viewer = alice.neighbour().id();

    assertThat(counted(queries -> composers.accounts().of(queries, actors).size()))
        .isLessThanOrEqualTo(3)
        .isEqualTo(counted(queries -> composers.accounts().of(queries, one).size()));
    assertThat(counted(queries -> composers.relationships().of(queries, viewer, actors).size()))
        .isEqualTo(counted(queries -> composers.relationships().of(queries, viewer, one).size()));
  }

  @Test
  void hashtags_and_filters_take_a_fixed_number_too() {
    var finn = town.person("finn");
    var viewer = finn.neighbour().id();
    var curation = town.capabilities().curation();
    var tags = IntStream.range(0, PEOPLE).mapToObj(i -> "tag" + i).toList();
    for (var i = 0; i < 3; i++) {
      finn.api()
          .post(
              "/api/v2/filters",
              "title",
              "f" + i,
              "context[]",
              "home",
              "keywords_attributes[0][keyword]",
              "word" + i);
    }

    assertThat(counted(queries -> composers.tags().of(queries, viewer, tags).size())).isEqualTo(3);
    assertThat(counted(queries -> curation.filters().of(queries, viewer).size())).isEqualTo(3);
  }

  @Test
  void notifications_take_as_many_as_a_page_of_posts_and_accounts() {
    var viewer = alice.neighbour().id();
    var rows =
        town.square()
            .notifications()
            .page(town.square().database(), viewer, NotificationFilter.ALL, PageRequest.newest(20));

    assertThat(rows).hasSize(PEOPLE);
    composers = Composers.of(town.capabilities());
    assertThat(counted(queries -> composers.notifications().of(queries, viewer, rows).size()))
        .isLessThanOrEqualTo(14);
    assertThat(counted(queries -> composers.notifications().of(queries, viewer, rows).size()))
        .isEqualTo(2);
  }
}
