package social.kring.community.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import social.kring.community.PageRequest;
import social.kring.community.posts.Draft;
import social.kring.community.posts.PostEntry;
import social.kring.community.posts.PostRow;
import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.testing.Neighbour;
import social.kring.testing.Square;
import social.kring.testing.Stranger;

class TimelinesTest {
  private final Square square = new Square();
  private final Neighbour alice = square.person("alice");
  private final Neighbour carol = square.person("carol");
  private final Neighbour dora = square.person("dora");
  private final Stranger bob = square.stranger("bob", "peer.example");

  @AfterEach
  void close() {
    square.close();
  }

  @Test
  void ones_own_posts_and_those_of_whom_one_follows_come_home_newest_first() {
    alice.follows(carol.actor());
    var hers = carol.posts("hers");
    var own = alice.posts("own");
    dora.posts("a stranger's");

    assertThat(alice.home()).containsExactly(own.id(), hers.id());
    assertThat(dora.home()).hasSize(1);
  }

  @Test
  void posts_from_elsewhere_come_home_where_they_belong_in_time() {
    alice.follows(bob.actor());
    var own = alice.posts("own");
    var old = bob.note("1", "<p>old</p>").with("published", "2026-01-01T00:00:00Z");

    bob.creates(old);

    assertThat(alice.home()).containsExactly(own.id(), bob.post(old).orElseThrow().id());
  }

  @Test
  void followers_only_and_direct_posts_come_home_to_whom_they_are_for() {
    alice.follows(carol.actor());
    dora.follows(carol.actor());
    var closed = carol.posts("closed", Visibility.PRIVATE);
    var direct = carol.posts("@alice a word", Visibility.DIRECT);

    assertThat(alice.home()).containsExactly(direct.id(), closed.id());
    assertThat(dora.home()).containsExactly(closed.id());
  }

  @Test
  void answers_come_home_only_if_they_are_to_somebody_followed() {
    alice.follows(carol.actor());
    var question = dora.posts("a stranger's question");
    carol.replies(question, "answer to a stranger");
    var own = alice.posts("mine");
    var toAlice = carol.replies(own, "answer to alice");
    var toHerself = carol.replies(carol.posts("thread"), "goes on");

    assertThat(alice.home()).contains(toAlice.id(), toHerself.id()).hasSize(4);
  }

  @Test
  void a_boost_comes_home_once_and_goes_when_it_is_taken_back() {
    alice.follows(carol.actor());
    alice.follows(bob.actor());
    var post = dora.posts("spread me");

    var boost = carol.boosts(post);
    bob.sends("Announce", post.uri());
    assertThat(alice.home()).containsExactly(boost.id());

    carol.unboosts(post);
    assertThat(alice.home()).isEmpty();
  }

  @Test
  void what_came_home_by_itself_is_not_shown_again_as_a_boost() {
    alice.follows(carol.actor());
    alice.follows(dora.actor());
    var post = dora.posts("seen");

    carol.boosts(post);

    assertThat(alice.home()).containsExactly(post.id());
  }

  @Test
  void boosts_of_those_whose_boosts_are_not_wanted_stay_away() {
    alice.follows(carol.actor());
    square
        .database()
        .execute(
            "UPDATE follow SET shows_boosts = false WHERE follower_id = $1", Tuple.of(alice.id()));

    carol.boosts(dora.posts("spread me"));

    assertThat(alice.home()).isEmpty();
  }

  @Test
  void languages_that_are_not_wanted_stay_away() {
    alice.follows(carol.actor());
    square
        .database()
        .execute(
            "UPDATE follow SET languages = '{de}' WHERE follower_id = $1", Tuple.of(alice.id()));
    var wording = new social.kring.community.posts.Wording("bonjour", "", false, Optional.of("fr"));

    carol.posts(new Draft(wording, Visibility.PUBLIC, Optional.empty(), Optional.empty()));

    assertThat(alice.home()).isEmpty();
  }

  @Test
  void deleting_blocking_muting_and_unfollowing_count_at_once() {
    alice.follows(carol.actor());
    var deleted = carol.posts("deleted");
    var kept = carol.posts("kept");
    assertThat(alice.home()).hasSize(2);

    carol.deletes(deleted);
    assertThat(alice.home()).containsExactly(kept.id());

    alice.mutes(carol.actor());
    assertThat(alice.home()).isEmpty();
  }

  @Test
  void a_block_hides_what_others_boost_of_the_blocked() {
    alice.follows(carol.actor());
    carol.boosts(dora.posts("spread me"));
    assertThat(alice.home()).hasSize(1);

    alice.blocks(dora.actor());

    assertThat(alice.home()).isEmpty();
  }

  @Test
  void unfollowing_takes_posts_back_and_following_brings_recent_ones() {
    var post = carol.posts("before the follow");

    assertThat(alice.home()).isEmpty();

    alice.follows(carol.actor());
    assertThat(alice.home()).containsExactly(post.id());

    alice.unfollows(carol.actor());
    assertThat(alice.home()).isEmpty();
  }

  @Test
  void no_page_is_short_as_long_as_there_is_more() {
    alice.follows(carol.actor());
    var posts = IntStream.range(0, 12).mapToObj(i -> carol.posts("post " + i)).toList();
    posts.subList(6, 11).forEach(carol::deletes);

    var first = alice.home(PageRequest.newest(4));
    var rest = alice.home(PageRequest.olderThan(first.getLast().id(), 4));
    var upward =
        alice.home(
            PageRequest.of(
                Optional.empty(), Optional.empty(), Optional.of(posts.getFirst().id()), 2));

    assertThat(first).extracting(PostEntry::id).containsExactly(ids(posts, 11, 5, 4, 3));
    assertThat(rest).extracting(PostEntry::id).containsExactly(ids(posts, 2, 1, 0));
    assertThat(upward).extracting(PostEntry::id).containsExactly(ids(posts, 2, 1));
  }

  @Test
  void a_home_is_kept_to_eight_hundred_entries() {
    square
        .database()
        .execute(
            """
            INSERT INTO home_entry (owner_id, id, post_id, shower_id)
            SELECT $1, n, n, $1 FROM generate_series(1, 900) AS n
            """,
            Tuple.of(alice.id()));

    new HomeTrim(new HomeTable(), square.database())
        .run(social.kring.protocol.json.Tree.of(Map.of()));

    assertThat(
            square
                .database()
                .one(
                    "SELECT count(*) AS n, min(id) AS least FROM home_entry",
                    row -> List.of(row.getLong("n"), row.getLong("least"))))
        .contains(List.of(800L, 101L));
  }

  @Test
  void the_public_timeline_shows_what_is_public_and_answers_nobody_else() {
    alice.follows(bob.actor());
    var local = carol.posts("local");
    var note = bob.note("1", "<p>theirs</p>");
    bob.creates(note);
    carol.posts("unlisted", Visibility.UNLISTED);
    dora.replies(local, "an answer");
    var remote = bob.post(note).orElseThrow();

    assertThat(everyone(TimelineFilter.ALL))
        .containsExactly(max(local, remote), min(local, remote));
    assertThat(everyone(new TimelineFilter(TimelineFilter.Origin.HERE, false)))
        .containsExactly(local.id());
    assertThat(everyone(new TimelineFilter(TimelineFilter.Origin.ELSEWHERE, false)))
        .containsExactly(remote.id());
    assertThat(everyone(new TimelineFilter(TimelineFilter.Origin.ANYWHERE, true))).isEmpty();
  }

  @Test
  void a_hashtag_has_its_own_timeline() {
    var one = carol.posts("#Java is fun");
    carol.posts("#rust is fun");
    carol.posts("#java in secret", Visibility.UNLISTED);

    assertThat(
            square
                .timelines()
                .hashtag(square.database(), 0, "JAVA", TimelineFilter.ALL, PageRequest.newest(20)))
        .extracting(PostEntry::id)
        .containsExactly(one.id());
  }

  @Test
  void who_may_see_what_is_decided_within_each_query() {
    var plan =
        square
            .database()
            .list(
                """
                EXPLAIN SELECT h.id FROM home_entry AS h
                 WHERE h.owner_id = 1
                   AND EXISTS (SELECT FROM post_visible_to(1) AS p WHERE p.id = h.post_id)
                   AND EXISTS (SELECT FROM boost_visible_to(1) AS b WHERE b.id = h.id)
                """,
                row -> row.getString(0));

    assertThat(String.join("\n", plan)).doesNotContain("Function Scan");
  }

  private List<Long> everyone(TimelineFilter filter) {
    return square
        .timelines()
        .everyone(alice.id(), filter, PageRequest.newest(20))
        .read(square.database())
        .stream()
        .map(PostEntry::id)
        .toList();
  }

  private static Long[] ids(List<PostRow> posts, int... which) {
    return IntStream.of(which).mapToObj(i -> posts.get(i).id()).toArray(Long[]::new);
  }

  private static long max(PostRow one, PostRow other) {
    return Math.max(one.id(), other.id());
  }

  private static long min(PostRow one, PostRow other) {
    return Math.min(one.id(), other.id());
  }
}
