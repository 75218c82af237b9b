package social.kring.door.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

/** What Phanpy and Elk read at their start and along the way is there, and is read as JSON. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebAppsTest {
  private ApiTown town;
  private Resident ada;
  private Resident ben;
  private String post;

  @BeforeAll
  void open() {
    town = new ApiTown();
    ada = town.person("ada");
    ben = town.person("ben");
    ada.follows(ben);
    post = ben.posts("hello #world @ada").id();
    town.drain();
  }

  @AfterAll
  void close() {
    town.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v2/instance",
        "/api/v1/instance",
        "/api/v1/preferences",
        "/api/v1/accounts/verify_credentials",
        "/api/v1/accounts/lookup?acct=ben",
        "/api/v1/accounts/BEN",
        "/api/v1/accounts/BEN/statuses?exclude_replies=true&only_media=true",
        "/api/v1/accounts/BEN/statuses?pinned=true",
        "/api/v1/accounts/BEN/followers",
        "/api/v1/accounts/BEN/following",
        "/api/v1/accounts/BEN/featured_tags",
        "/api/v1/accounts/BEN/endorsements",
        "/api/v1/accounts/BEN/lists",
        "/api/v1/accounts/relationships?id[]=BEN",
        "/api/v1/accounts/familiar_followers?id[]=BEN",
        "/api/v1/accounts/search?q=ben&resolve=false",
        "/api/v1/announcements",
        "/api/v1/blocks",
        "/api/v1/bookmarks",
        "/api/v1/conversations",
        "/api/v1/custom_emojis",
        "/api/v1/domain_blocks",
        "/api/v1/favourites",
        "/api/v1/featured_tags",
        "/api/v1/follow_requests",
        "/api/v1/followed_tags",
        "/api/v1/lists",
        "/api/v1/markers?timeline[]=home&timeline[]=notifications",
        "/api/v1/mutes",
        "/api/v1/notifications",
        "/api/v1/notifications/requests",
        "/api/v1/scheduled_statuses",
        "/api/v1/statuses/POST",
        "/api/v1/statuses/POST/context",
        "/api/v1/statuses/POST/history",
        "/api/v1/statuses/POST/favourited_by",
        "/api/v1/statuses/POST/reblogged_by",
        "/api/v1/tags/world",
        "/api/v1/timelines/home",
        "/api/v1/timelines/public?local=true",
        "/api/v1/timelines/tag/world?any[]=wide&all[]=world&none[]=web",
        "/api/v1/trends/tags",
        "/api/v1/trends/statuses",
        "/api/v1/trends/links",
        "/api/v2/filters",
        "/api/v2/notifications",
        "/api/v2/notifications/policy",
        "/api/v2/search?q=world&type=hashtags",
        "/api/v2/suggestions",
      })
  void it_reads(String path) {
    var answer = ada.api().get(path.replace("BEN", ben.id()).replace("POST", post));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().isContainerNode()).isTrue();
  }
}
