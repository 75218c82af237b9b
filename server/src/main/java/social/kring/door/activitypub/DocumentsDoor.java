package social.kring.door.activitypub;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import social.kring.community.Capability;
import social.kring.community.Foundation;
import social.kring.community.Reader;
import social.kring.community.people.People;
import social.kring.community.relationships.Relationships;
import social.kring.door.Answers;
import social.kring.door.Door;
import social.kring.door.Incoming;
import social.kring.door.StatusCodes;
import social.kring.federation.actors.ActorKind;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/**
 * ActivityStreams documents at whatever address they were given, ActivityPub §3.2. To be mounted
 * last: every path may be one. What may not be seen is answered like what does not exist.
 */
public final class DocumentsDoor implements Door {
  private final ActorDocuments actors;
  private final Documents documents;
  private final Readers readers;

  /** The documents of all capabilities, and the actors. */
  public static DocumentsDoor on(
      Foundation base,
      People people,
      Relationships relationships,
      List<Capability> capabilities,
      HotAnswers hot,
      Readers readers) {
    var sources = capabilities.stream().flatMap(each -> each.documents().stream()).toList();
    return new DocumentsDoor(
        new ActorDocuments(base.actors(), people.documents(), base.database(), hot),
        new Documents(sources, relationships.reader(), base.database(), hot),
        readers);
  }

  private DocumentsDoor(ActorDocuments actors, Documents documents, Readers readers) {
    this.actors = actors;
    this.documents = documents;
    this.readers = readers;
  }

  @Override
  public void mount(Router router) {
    router.route().method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::serve);
  }

  private void serve(RoutingContext context) {
    context
        .response()
        .putHeader("Vary", "Accept, Signature")
        .putHeader("Access-Control-Allow-Origin", "*");
    var address = Incoming.url(context);
    var shown = actors.find(address);
    if (shown.filter(DocumentsDoor::forEveryone).isPresent()) {
      answer(context, address, shown.get().document(), Reader.PUBLIC);
    } else {
      serve(context, address, shown);
    }
  }

  /** Or two nodes would ask each other for keys forever. */
  private static boolean forEveryone(ShownActor shown) {
    return shown.actor().kind().type() == ActorKind.Type.APPLICATION;
  }

  private void serve(RoutingContext context, FediUrl address, Optional<ShownActor> shown) {
    var known = readers.known(context).reader();
    var found = find(address, shown, known);
    if (found.isPresent()) {
      answer(context, address, found.get(), known);
    } else {
      serveToProven(context, address, shown);
    }
  }

  /**
   * What the public may see is shown before a key is fetched: whoever asks may well have to ask
   * back, to answer that, and two nodes would wait for each other.
   */
  private void serveToProven(RoutingContext context, FediUrl address, Optional<ShownActor> shown) {
    var asking = readers.of(context);
    var document =
        find(address, shown, asking.reader())
            .orElseThrow(
                () -> asking.unproven().orElseGet(() -> Problem.notFound("There is nothing here")));
    answer(context, address, document, asking.reader());
  }

  private Optional<Rendered> find(FediUrl address, Optional<ShownActor> shown, Reader reader) {
    return shown.isPresent() ? documents.of(shown.get(), reader) : documents.find(address, reader);
  }

  private static void answer(
      RoutingContext context, FediUrl address, Rendered document, Reader reader) {
    var page = document.page().filter(url -> !url.equals(address));
    if (page.isPresent() && !Incoming.prefersActivityStreams(context, true)) {
      context.response().setStatusCode(302).putHeader("Location", page.get().text()).end();
    } else {
      write(context, document, reader);
    }
  }

  private static void write(RoutingContext context, Rendered document, Reader reader) {
    var response = context.response();
    if (document.gone()) response.setStatusCode(StatusCodes.of(Problem.Kind.GONE));
    response
        .putHeader("Content-Type", Answers.ACTIVITY_JSON)
        .putHeader(
            "Cache-Control",
            reader.actor().isPresent() ? "private, no-store" : "public, max-age=10")
        .end(document.body());
  }
}
