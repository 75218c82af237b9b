package social.kring.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import social.kring.federation.actors.ActorRow;
import social.kring.protocol.json.Tree;
import social.kring.testing.ApiAnswer;
import social.kring.testing.ApiClient;

/** Somebody who lives in a node that is under attack, and uses an app. */
record Citizen(Fortress fortress, ActorRow actor, String token) {

  ApiClient api() {
    return fortress.api(token);
  }

  /** An app of theirs that may do less. */
  ApiClient api(String scopes) {
    return fortress.api(fortress.token(actor.id(), scopes));
  }

  ApiAnswer posts(String text, String visibility) {
    var answer = api().post("/api/v1/statuses", "status", text, "visibility", visibility);
    if (answer.status() != 200) throw new AssertionError(answer.status() + ": " + answer.text());
    return answer;
  }

  /** The id that somebody elsewhere has here. */
  String idOf(Outlaw other) {
    var query = URLEncoder.encode(other.uri().text(), StandardCharsets.UTF_8);
    var found = api().get("/api/v2/search?resolve=true&type=accounts&q=" + query);
    return found.at("/accounts/0/id").asText();
  }

  /** Follows somebody elsewhere, who accepts it. */
  void follows(Outlaw other) {
    asksToFollow(other);
    fortress.settle();
    isAcceptedBy(other);
    fortress.settle();
  }

  void asksToFollow(Outlaw other) {
    api().post("/api/v1/accounts/" + idOf(other) + "/follow");
  }

  void isAcceptedBy(Outlaw other) {
    var follow =
        other
            .world()
            .delivered()
            .filter(each -> each.string("type").orElse("").equals("Follow"))
            .filter(each -> each.id("object").filter(other.uri()::equals).isPresent())
            .reduce((one, later) -> later)
            .orElseThrow();
    fortress.hears(other, other.activity("Accept", embedded(follow)));
  }

  private static Tree embedded(Tree follow) {
    return follow.without("@context");
  }
}
