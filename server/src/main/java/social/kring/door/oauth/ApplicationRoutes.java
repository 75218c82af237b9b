package social.kring.door.oauth;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import social.kring.community.access.Access;
import social.kring.community.access.Application;
import social.kring.community.access.Applications.NewApplication;
import social.kring.community.access.Applications.Registration;
import social.kring.community.access.Scopes;
import social.kring.door.Answers;
import social.kring.door.BearerToken;
import social.kring.door.Failures;
import social.kring.door.api.Parameters;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.protocol.json.TreeBuilder;

/** Where apps register, as the Mastodon client API has it. */
final class ApplicationRoutes {
  private final Access access;
  private final Database database;

  ApplicationRoutes(Access access, Database database) {
    this.access = access;
    this.database = database;
  }

  void mount(Router router, BodyHandler bodies) {
    router
        .post("/api/v1/apps")
        .handler(bodies)
        .handler(this::register)
        .failureHandler(Failures.answeredBy(Answers::plainProblem));
    router
        .get("/api/v1/apps/verify_credentials")
        .handler(this::verify)
        .failureHandler(Failures.answeredBy(Answers::plainProblem));
  }

  private void register(RoutingContext context) {
    var parameters = Parameters.of(context);
    var wanted =
        new NewApplication(
            parameters.text("client_name").orElse(""),
            parameters.text("website").filter(website -> !website.isBlank()),
            redirectUris(parameters),
            Scopes.parse(parameters.text("scopes").orElse("")));
    var registration = database.transaction(tx -> access.applications().register(tx, wanted));
    Answers.json(context, Answers.JSON, document(registration));
  }

  /** One in a line where they come as one text; older apps separate them by spaces. */
  private static List<String> redirectUris(Parameters parameters) {
    return parameters.list("redirect_uris").stream()
        .flatMap(text -> Arrays.stream(text.split("\\s+")))
        .filter(uri -> !uri.isEmpty())
        .distinct()
        .toList();
  }

  private void verify(RoutingContext context) {
    var token =
        BearerToken.of(context)
            .orElseThrow(() -> Problem.unauthenticated("The access token is missing"));
    var authorization = access.tokens().identify(database, token);
    var application =
        authorization
            .application()
            .flatMap(
                id ->
                    Optional.ofNullable(access.applications().byIds(database, List.of(id)).get(id)))
            .orElseThrow(() -> Problem.notFound("The access token belongs to no application"));
    Answers.json(context, Answers.JSON, builder(application).build());
  }

  private static Tree document(Registration registration) {
    var application = registration.application();
    return builder(application)
        .put("client_id", application.clientId())
        .put("client_secret", registration.secret().text())
        .put("client_secret_expires_at", 0)
        .build();
  }

  private static TreeBuilder builder(Application application) {
    return Tree.builder()
        .put("id", Long.toString(application.id()))
        .put("name", application.name())
        .put("website", application.website())
        .put("scopes", application.scopes().names())
        .put("redirect_uris", application.redirectUris())
        .put("redirect_uri", String.join("\n", application.redirectUris()));
  }
}
