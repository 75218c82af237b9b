package social.kring.federation.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/activity+json",
        "Application/Activity+JSON; charset=utf-8",
        "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"",
        "application/ld+json;profile=\"https://www.w3.org/ns/activitystreams\";charset=utf-8",
        "application/ld+json; profile=https://www.w3.org/ns/activitystreams",
        "application/ld+json; charset=utf-8;"
            + " profile=\"https://example.org/x https://www.w3.org/ns/activitystreams\""
      })
  void activitystreams_is_told_by_its_types(String type) {
    assertThat(MediaTypes.isActivityStreams(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "application/json",
        "text/html",
        "application/ld+json",
        "text/plain",
        "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams.evil\"",
        "application/octet-stream; application/activity+json",
        "application/activity+jsonx",
        "application/json; profile=\"https://www.w3.org/ns/activitystreams\""
      })
  void nothing_else_will_do(String type) {
    assertThat(MediaTypes.isActivityStreams(type)).isFalse();
  }
}
