package social.kring.door.oauth;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import social.kring.community.access.Access;
import social.kring.community.access.Pkce;
import social.kring.community.access.Scopes;
import social.kring.door.Answers;
import social.kring.door.BearerToken;
import social.kring.door.Failures;
import social.kring.door.Incoming;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** What apps read about sign-in here (RFC 8414), and who has signed in with them. */
final class MetadataRoutes {
  private final Access access;
  private final Actors actors;
  private final Database database;

  MetadataRoutes(Access access, Actors actors, Database database) {
    this.access = access;
    this.actors = actors;
    this.database = database;
  }

  void mount(Router router) {
    router.get("/.well-known/oauth-authorization-server").handler(this::metadata);
    router
        .route("/oauth/userinfo")
        .method(HttpMethod.GET)
        .method(HttpMethod.POST)
        .handler(this::userInfo)
        .failureHandler(Failures.answeredBy(OauthErrors::render));
  }

  private void metadata(RoutingContext context) {
    var document =
        Tree.builder()
            .put("issuer", at(context, "/"))
            .put("authorization_endpoint", at(context, "/oauth/authorize"))
            .put("token_endpoint", at(context, "/oauth/token"))
            .put("revocation_endpoint", at(context, "/oauth/revoke"))
            .put("userinfo_endpoint", at(context, "/oauth/userinfo"))
            .put("app_registration_endpoint", at(context, "/api/v1/apps"))
            .put("service_documentation", "https://docs.joinmastodon.org/")
            .put("scopes_supported", Scopes.all())
            .put("response_types_supported", List.of("code"))
            .put("response_modes_supported", List.of("query"))
            .put("grant_types_supported", grants(access))
            .put(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic", "client_secret_post"))
            .put("code_challenge_methods_supported", List.of(Pkce.METHOD))
            .build();
    Answers.json(context, Answers.JSON, document);
  }

  /** By which apps may get tokens here. */
  static List<String> grants(Access access) {
    return access.rules().passwordGrant()
        ? List.of("authorization_code", "client_credentials", "password")
        : List.of("authorization_code", "client_credentials");
  }

  private void userInfo(RoutingContext context) {
    var token =
        BearerToken.of(context)
            .orElseThrow(() -> Problem.unauthenticated("The access token is missing"));
    var authorization = access.tokens().authenticate(database, token);
    if (!authorization.scopes().covers("read:accounts")) {
      authorization.require("profile");
    }
    var actor = actors.byId(database, authorization.requireAccount().actor()).orElseThrow();
    var document =
        Tree.builder()
            .put("iss", at(context, "/"))
            .put("sub", actor.uri())
            .put("name", actor.profile().displayName())
            .put("preferred_username", actor.handle().name())
            .put("profile", actor.addresses().page())
            .put("picture", actor.profile().images().avatar())
            .build();
    Answers.json(context, Answers.JSON, document);
  }

  private static String at(RoutingContext context, String path) {
    return Incoming.domain(context).url(path).text();
  }
}
