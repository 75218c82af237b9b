package social.kring.federation.remote;

import java.util.function.Function;
import java.util.function.Predicate;
import social.kring.platform.http.PeerResponse;
import social.kring.protocol.Problem;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Where a fetch ended after its redirects, and what was answered there. */
record Landing(FediUrl url, PeerResponse response) {

  /**
   * The document in the answer.
   *
   * @param expected whether a content type will do
   * @param read makes of the document what the caller wants
   * @throws Problem as {@link Statuses#expectDocument}, and UPSTREAM where the document is not what
   *     was expected
   */
  <T> T document(Predicate<String> expected, Function<Tree, T> read) {
    var body = Statuses.expectDocument(this).body();
    var type = response.header("Content-Type").orElse("");
    if (!expected.test(type)) throw unexpected("it is of the type \"" + type + "\"");
    try {
      return read.apply(StrictJson.parse(body));
    } catch (Problem malformed) {
      throw unexpected(malformed.getMessage());
    }
  }

  private Problem unexpected(String why) {
    return Problem.upstream(url.text() + " is not the document that was expected: " + why);
  }
}
