package social.kring.door.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import social.kring.door.Answers;

/**
 * What a route of the client API answers with 200.
 *
 * @param links to the pages beside it
 */
record ApiAnswer(Buffer entity, Optional<String> links) {

  void send(RoutingContext context) {
    var response = context.response();
    links.ifPresent(text -> response.putHeader("Link", text));
    response.putHeader("Content-Type", Answers.JSON).end(entity);
  }
}
