package social.kring.door.oauth;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import social.kring.community.access.Access;
import social.kring.community.access.Account;
import social.kring.community.access.Application;
import social.kring.community.access.ClientAddress;
import social.kring.community.access.Codes.Redemption;
import social.kring.community.access.Scopes;
import social.kring.community.access.Tokens.Issued;
import social.kring.door.Answers;
import social.kring.door.ClientAddresses;
import social.kring.door.Failures;
import social.kring.door.api.Parameters;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** Where apps get tokens and give them back. RFC 6749 §4.1.3, §4.4; RFC 7009. */
final class TokenRoutes {
  private final Access access;
  private final Database database;
  private final ClientAddresses addresses;

  TokenRoutes(Access access, Database database, ClientAddresses addresses) {
    this.addresses = addresses;
    this.access = access;
    this.database = database;
  }

  void mount(Router router, BodyHandler bodies) {
    router
        .post("/oauth/token")
        .handler(bodies)
        .handler(this::token)
        .failureHandler(Failures.answeredBy(OauthErrors::render));
    router
        .post("/oauth/revoke")
        .handler(bodies)
        .handler(this::revoke)
        .failureHandler(Failures.answeredBy(OauthErrors::render));
  }

  private void token(RoutingContext context) {
    var parameters = Parameters.of(context);
    var application = authenticate(context, parameters);
    var issued =
        switch (parameters.text("grant_type").orElse("")) {
          case "authorization_code" -> forCode(context, parameters, application);
          case "client_credentials" -> forItself(context, parameters, application);
          case "password" -> forPassword(context, parameters, application);
          case "" ->
              throw OauthErrors.malformed(context, "invalid_request", "grant_type is missing");
          default -> throw unsupported(context);
        };
    context.response().putHeader("Cache-Control", "no-store").putHeader("Pragma", "no-cache");
    Answers.json(context, Answers.JSON, document(issued));
  }

  private Issued forCode(RoutingContext context, Parameters parameters, Application application) {
    var redemption =
        new Redemption(
            application,
            required(context, parameters, "code"),
            required(context, parameters, "redirect_uri"),
            parameters.text("code_verifier").filter(verifier -> !verifier.isEmpty()));
    return database
        .transaction(tx -> access.codes().redeem(tx, redemption))
        .orElseThrow(
            () ->
                OauthErrors.malformed(
                    context,
                    "invalid_grant",
                    "The code is wrong, used or expired, or was issued to another client or"
                        + " redirect URI, or its verifier does not fit"));
  }

  private Issued forItself(RoutingContext context, Parameters parameters, Application application) {
    try {
      var scopes = Scopes.parse(parameters.text("scope").orElse(""));
      return database.transaction(
          tx -> access.tokens().issueToApplication(tx, application, scopes));
    } catch (Problem wrong) {
      throw OauthErrors.malformed(context, "invalid_scope", wrong.getMessage());
    }
  }

  private Problem unsupported(RoutingContext context) {
    return OauthErrors.malformed(
        context,
        "unsupported_grant_type",
        "grant_type has to be one of " + String.join(", ", MetadataRoutes.grants(access)));
  }

  /** Only where the operator lets apps see passwords (RFC 9700 §2.4 does not want them to). */
  private Issued forPassword(
      RoutingContext context, Parameters parameters, Application application) {
    if (!access.rules().passwordGrant()) throw unsupported(context);
    var scopes = scopes(context, parameters, application);
    var account =
        signIn(
            context,
            required(context, parameters, "username"),
            required(context, parameters, "password"));
    return database.transaction(
        tx -> access.tokens().issueToPerson(tx, application, account.actor(), scopes));
  }

  private static Scopes scopes(
      RoutingContext context, Parameters parameters, Application application) {
    try {
      return application.require(Scopes.parse(parameters.text("scope").orElse("")));
    } catch (Problem wrong) {
      throw OauthErrors.malformed(context, "invalid_scope", wrong.getMessage());
    }
  }

  private Account signIn(RoutingContext context, String login, String password) {
    try {
      return access.signIns().signIn(login, password, new ClientAddress(addresses.of(context)));
    } catch (Problem wrong) {
      switch (wrong.kind()) {
        case UNAUTHENTICATED, FORBIDDEN ->
            throw OauthErrors.malformed(context, "invalid_grant", wrong.getMessage());
        default -> throw wrong;
      }
    }
  }

  /** What is not a token of this app is answered just as well (RFC 7009 §2.2). */
  private void revoke(RoutingContext context) {
    var parameters = Parameters.of(context);
    var application = authenticate(context, parameters);
    var token = required(context, parameters, "token");
    database.transaction(
        tx -> {
          access.tokens().revoke(tx, application, token);
          return null;
        });
    Answers.json(context, Answers.JSON, Tree.builder().build());
  }

  private Application authenticate(RoutingContext context, Parameters parameters) {
    return ClientCredentials.authenticate(context, parameters, access.applications(), database);
  }

  private static String required(RoutingContext context, Parameters parameters, String name) {
    return parameters
        .text(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> OauthErrors.malformed(context, "invalid_request", name + " is missing"));
  }

  private static Tree document(Issued issued) {
    return Tree.builder()
        .put("access_token", issued.secret().text())
        .put("token_type", "Bearer")
        .put("scope", issued.scopes().text())
        .put("created_at", issued.createdAt().getEpochSecond())
        .build();
  }
}
