package social.kring.testing;

import social.kring.federation.actors.ActorRow;

/** Somebody who lives here and uses an app. */
public record Resident(ApiTown town, Neighbour neighbour, String token) {

  public ApiClient api() {
    return town.api(token);
  }

  /** An app of theirs that may do less. */
  public ApiClient api(String scopes) {
    return town.api(town.token(neighbour.id(), scopes));
  }

  public String id() {
    return Long.toString(neighbour.id());
  }

  public ActorRow actor() {
    return neighbour.actor();
  }

  /** Posts by the app; returns the status. */
  public ApiAnswer posts(String text, String... more) {
    var form = new String[more.length + 2];
    form[0] = "status";
    form[1] = text;
    System.arraycopy(more, 0, form, 2, more.length);
    var answer = api().post("/api/v1/statuses", form);
    if (answer.status() != 200) throw new AssertionError(answer.status() + ": " + answer.text());
    return answer;
  }

  public void follows(Resident other) {
    api().post("/api/v1/accounts/" + other.id() + "/follow");
    town.drain();
  }
}
