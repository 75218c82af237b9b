package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.testing.ApiAnswer;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

class QuoteRoutesTest {
  private static final String STATUSES = "/api/v1/statuses/";

  private ApiTown town;
  private Resident alice;
  private Resident bob;
  private Resident carol;

  @BeforeEach
  void open() {
    town = new ApiTown();
    alice = town.person("alice");
    bob = town.person("bob");
    carol = town.person("carol");
  }

  @AfterEach
  void close() {
    town.close();
  }

  private static ApiAnswer quotes(Resident who, String post, String... more) {
    var form = new String[more.length + 4];
    form[0] = "status";
    form[1] = "look at this";
    form[2] = "quoted_status_id";
    form[3] = post;
    System.arraycopy(more, 0, form, 4, more.length);
    return who.api().post("/api/v1/statuses", form);
  }

  private static ApiAnswer shows(Resident who, String post) {
    return who.api().get(STATUSES + post);
  }

  @Test
  void a_quote_shows_the_post_counts_and_is_told_to_its_author() {
    var post = alice.posts("quote me").id();

    var quote = quotes(bob, post);
    town.drain();

    assertThat(quote.at("/quote/state").asText()).isEqualTo("accepted");
    assertThat(quote.at("/quote/quoted_status/id").asText()).isEqualTo(post);
    assertThat(quote.at("/quote/quoted_status/favourited").isBoolean()).isTrue();
    assertThat(shows(alice, post).get("quotes_count")).isEqualTo("1");
    assertThat(town.api().get(STATUSES + post + "/quotes").each("id")).containsExactly(quote.id());
    assertThat(alice.api().get("/api/v1/notifications").each("type")).containsExactly("quote");
    assertThat(town.api().get(STATUSES + quote.id()).at("/quote/quoted_status/id").asText())
        .isEqualTo(post);
  }

  @Test
  void a_quote_of_a_quote_shows_the_next_one_by_its_id() {
    var post = alice.posts("quote me").id();
    var first = quotes(bob, post).id();

    var second = quotes(carol, first);

    assertThat(second.at("/quote/quoted_status/id").asText()).isEqualTo(first);
    assertThat(second.at("/quote/quoted_status/quote/quoted_status_id").asText()).isEqualTo(post);
  }

  @Test
  void its_author_can_take_back_that_it_may_be_quoted() {
    var post = alice.posts("quote me").id();
    var quote = quotes(bob, post).id();
    var path = STATUSES + post + "/quotes/" + quote + "/revoke";

    assertThat(carol.api().post(path).status()).isEqualTo(404);
    assertThat(alice.api().post(path).at("/quote/state").asText()).isEqualTo("revoked");

    assertThat(shows(bob, quote).at("/quote/quoted_status").isNull()).isTrue();
    assertThat(shows(bob, post).get("quotes_count")).isEqualTo("0");
    assertThat(town.api().get(STATUSES + post + "/quotes").each("id")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"public,automatic,automatic", "followers,denied,automatic", "nobody,denied,denied"})
  void who_may_quote_is_for_the_author_to_say(String policy, String bobs, String carols) {
    carol.follows(alice);
    var post = alice.posts("quote me?", "quote_approval_policy", policy).id();

    assertThat(shows(bob, post).at("/quote_approval/current_user").asText()).isEqualTo(bobs);
    assertThat(shows(carol, post).at("/quote_approval/current_user").asText()).isEqualTo(carols);
    assertThat(shows(alice, post).at("/quote_approval/current_user").asText())
        .isEqualTo("automatic");
    assertThat(quotes(bob, post).status()).isEqualTo(bobs.equals("automatic") ? 200 : 404);
    assertThat(quotes(carol, post).status()).isEqualTo(carols.equals("automatic") ? 200 : 404);
    assertThat(quotes(alice, post).status()).isEqualTo(200);
  }

  @Test
  void an_author_can_think_otherwise_later() {
    var post = alice.posts("quote me").id();
    var path = STATUSES + post + "/interaction_policy";

    assertThat(bob.api().put(path, "quote_approval_policy", "nobody").status()).isEqualTo(404);
    assertThat(alice.api().put(path, "quote_approval_policy", "friends").status()).isEqualTo(422);
    var after = alice.api().put(path, "quote_approval_policy", "nobody");

    assertThat(after.at("/quote_approval/automatic")).isEmpty();
    assertThat(quotes(bob, post).status()).isEqualTo(404);
  }

  @Test
  void who_may_quote_a_post_can_be_edited_with_it_and_alone_is_no_edit() {
    var post = alice.posts("quote me").id();

    var after =
        alice.api().put(STATUSES + post, "status", "quote me", "quote_approval_policy", "nobody");

    assertThat(after.at("/quote_approval/automatic")).isEmpty();
    assertThat(after.at("/edited_at").isNull()).isTrue();
    assertThat(quotes(bob, post).status()).isEqualTo(404);
  }

  @Test
  void where_nothing_is_said_the_authors_setting_holds_for_what_she_posts_from_then_on() {
    var before = alice.posts("quote me").id();
    alice.api().patch("/api/v1/accounts/update_credentials", "source[quote_policy]", "nobody");

    var unsaid = alice.posts("not me").id();
    var said = alice.posts("but me", "quote_approval_policy", "public").id();
    alice.api().put(STATUSES + before, "status", "quote me still");

    assertThat(quotes(bob, unsaid).status()).isEqualTo(404);
    assertThat(quotes(bob, said).status()).isEqualTo(200);
    assertThat(quotes(bob, before).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoever_quotes_and_hides_it_from_the_author_can_be_stopped(boolean byBlock) {
    var post = alice.posts("quote me").id();
    var quote = quotes(bob, post, "visibility", byBlock ? "public" : "private").id();
    carol.follows(bob);
    if (byBlock) bob.api().post("/api/v1/accounts/" + alice.id() + "/block");
    assertThat(shows(alice, quote).status()).isEqualTo(404);

    var revoked = alice.api().post(STATUSES + post + "/quotes/" + quote + "/revoke");

    assertThat(revoked.id()).isEqualTo(post);
    assertThat(revoked.get("quotes_count")).isEqualTo("0");
    assertThat(shows(carol, quote).at("/quote/state").asText()).isEqualTo("revoked");
  }

  @Test
  void what_is_not_for_everyone_is_quoted_by_nobody_and_leaks_through_nobodys_quote() {
    carol.follows(alice);
    var secret = alice.posts("for followers", "visibility", "private").id();

    assertThat(quotes(bob, secret).status()).isEqualTo(404);
    assertThat(quotes(carol, secret).status()).isEqualTo(404);
    assertThat(quotes(alice, secret).status()).isEqualTo(404);
    var own = quotes(alice, secret, "visibility", "private");

    assertThat(own.at("/quote/quoted_status/id").asText()).isEqualTo(secret);
    assertThat(shows(carol, own.id()).at("/quote/quoted_status/id").asText()).isEqualTo(secret);
    assertThat(shows(bob, own.id()).status()).isEqualTo(404);
  }

  @Test
  void of_who_has_blocked_the_reader_nothing_shows_in_a_quote() {
    var post = alice.posts("quote me").id();
    var quote = quotes(bob, post).id();

    alice.api().post("/api/v1/accounts/" + carol.id() + "/block");

    assertThat(shows(carol, quote).at("/quote/quoted_status").isNull()).isTrue();
    assertThat(shows(carol, quote).at("/quote/state").asText()).isEqualTo("unauthorized");
  }

  @Test
  void a_deleted_post_leaves_an_empty_quote_and_a_deleted_quote_counts_no_more() {
    var post = alice.posts("quote me").id();
    var first = quotes(bob, post).id();
    var second = quotes(carol, post).id();

    carol.api().delete(STATUSES + second);
    assertThat(shows(alice, post).get("quotes_count")).isEqualTo("1");
    alice.api().delete(STATUSES + post);

    assertThat(shows(bob, first).at("/quote/state").asText()).isEqualTo("deleted");
    assertThat(shows(bob, first).at("/quote/quoted_status").isNull()).isTrue();
  }
}
