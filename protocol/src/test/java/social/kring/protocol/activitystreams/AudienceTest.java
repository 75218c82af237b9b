package social.kring.protocol.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;
import static social.kring.protocol.activitystreams.Documents.BOB;
import static social.kring.protocol.activitystreams.Documents.json;
import static social.kring.protocol.activitystreams.Documents.url;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.activitystreams.Audience.Visibility;

class AudienceTest {
  private static final String FOLLOWERS = "https://peer.example/users/bob/followers";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{'to':'as:Public'} | PUBLIC",
        "{'to':'Public','cc':'https://peer.example/users/bob/followers'} | PUBLIC",
        "{'to':['https://www.w3.org/ns/activitystreams#Public']} | PUBLIC",
        "{'to':'https://peer.example/users/bob/followers','cc':['as:Public']} | UNLISTED",
        "{'to':['https://peer.example/users/bob/followers']} | PRIVATE",
        "{'cc':{'id':'https://peer.example/users/bob/followers'}} | PRIVATE",
        "{'to':'https://acme.example/alice'} | DIRECT",
        "{} | DIRECT",
        "{'to':'public','cc':7} | DIRECT",
      })
  void visibility_is_told_as_mastodon_tells_it(String written, Visibility visibility) {
    assertThat(Audience.of(json(written)).visibility(Optional.of(url(FOLLOWERS))))
        .isEqualTo(visibility);
  }

  @Test
  void without_a_list_of_followers_nothing_is_for_them() {
    var audience = Audience.of(json("{'to':'%s'}".formatted(FOLLOWERS)));
    assertThat(audience.visibility(Optional.empty())).isEqualTo(Visibility.DIRECT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"to", "cc", "bto", "bcc"})
  void all_who_are_named_are_included(String property) {
    var audience = Audience.of(json("{'%s':['%s','as:Public']}".formatted(property, BOB)));
    assertThat(audience.includes(url(BOB))).isTrue();
    assertThat(audience.named()).containsExactly(url(BOB));
  }
}
