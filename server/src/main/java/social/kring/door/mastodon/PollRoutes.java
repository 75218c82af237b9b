package social.kring.door.mastodon;

import java.util.List;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Poll;
import social.kring.protocol.Problem;

/** Polls, each by the id of the post that asks. */
final class PollRoutes {
  private final Capabilities all;
  private final Composers composers;

  PollRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    routes.get("/api/v1/polls/:id", Permission.open("read:statuses"), this::get);
    routes.post("/api/v1/polls/:id/votes", Permission.person("write:statuses"), this::vote);
  }

  private Poll get(Call call) {
    var poll = poll(call);
    if (call.signedIn()) {
      var post = all.posts().reading().finder().require(all.database(), call.viewer(), call.id());
      all.posts().pollVisits().seen(List.of(post));
    }
    return poll;
  }

  private Poll vote(Call call) {
    all.posts().polls().vote(call.person(), call.id(), choices(call));
    return poll(call);
  }

  private static List<Integer> choices(Call call) {
    return call.parameters().list("choices").stream().map(PollRoutes::choice).toList();
  }

  private static int choice(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException notANumber) {
      throw Problem.invalid("Validation failed: choices is \"" + text + "\", expected a number");
    }
  }

  private Poll poll(Call call) {
    return composers
        .statuses()
        .require(all.database(), call.viewer(), call.id())
        .poll()
        .orElseThrow(() -> Problem.notFound("Record not found"));
  }
}
