package social.kring.door.oauth;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import social.kring.community.access.Access;
import social.kring.community.access.Account;
import social.kring.door.Failures;
import social.kring.door.Incoming;
import social.kring.door.PageAnswers;
import social.kring.door.api.Parameters;
import social.kring.door.oauth.AuthorizationRequest.Read;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;

/** Where an app sends a person to ask her whether it may act for her. RFC 6749 §4.1.1, §4.1.2. */
final class AuthorizeRoutes {
  static final String PATH = "/oauth/authorize";

  private final Access access;
  private final Actors actors;
  private final Database database;
  private final SignInRoutes signIn;
  private final FormGuard guard;
  private final OauthPages pages;

  AuthorizeRoutes(
      Access access,
      Actors actors,
      Database database,
      SignInRoutes signIn,
      FormGuard guard,
      OauthPages pages) {
    this.access = access;
    this.actors = actors;
    this.database = database;
    this.signIn = signIn;
    this.guard = guard;
    this.pages = pages;
  }

  void mount(Router router, BodyHandler bodies) {
    var failures = Failures.answeredBy(this::problem);
    router.get(PATH).handler(this::ask).failureHandler(failures);
    router.get(PATH + "/").handler(this::ask).failureHandler(failures);
    router.post(PATH).handler(bodies).handler(this::decide).failureHandler(failures);
  }

  private void ask(RoutingContext context) {
    var parameters = Parameters.of(context);
    switch (AuthorizationRequest.read(parameters, access.applications(), database)) {
      case Read.Refused refused -> answerError(context, refused);
      case Read.Understood understood -> ask(context, parameters, understood.request());
    }
  }

  private void ask(RoutingContext context, Parameters parameters, AuthorizationRequest request) {
    var account = signIn.signedIn(context);
    if (account.isEmpty() || parameters.flag("force_login").orElse(false)) {
      signIn.ask(context, path(request, ""));
    } else {
      consent(context, request, account.get());
    }
  }

  private void consent(RoutingContext context, AuthorizationRequest request, Account account) {
    var fields = new LinkedHashMap<>(request.fields());
    fields.put(FormGuard.FIELD, guard.issue(context));
    var destination = request.destination();
    var page =
        new ConsentPage(
            node(context),
            new ConsentPage.SignedIn(handle(account), path(request, "&force_login=true")),
            new ConsentPage.Asking(
                request.application().name(), request.application().website(), destination.shown()),
            ScopeWords.of(request.scopes()),
            fields);
    PageAnswers.html(context, pages.consent(page), "'self' " + destination.source());
  }

  private void decide(RoutingContext context) {
    var form = Parameters.of(context);
    guard.check(context, form.text(FormGuard.FIELD));
    switch (AuthorizationRequest.read(form, access.applications(), database)) {
      case Read.Refused refused -> answerError(context, refused);
      case Read.Understood understood -> decide(context, form, understood.request());
    }
  }

  private void decide(RoutingContext context, Parameters form, AuthorizationRequest request) {
    var account = signIn.signedIn(context);
    if (account.isEmpty()) {
      signIn.ask(context, path(request, ""));
    } else if (form.text("decision").orElse("").equals("allow")) {
      allow(context, request, account.get());
    } else {
      answerError(
          context, new Read.Refused(request.destination(), "access_denied", "The person said no"));
    }
  }

  private void allow(RoutingContext context, AuthorizationRequest request, Account account) {
    var grant = request.grantedBy(account.actor());
    var code =
        database.transaction(tx -> access.codes().issue(tx, request.application(), grant)).text();
    if (request.destination().outOfBand()) {
      var page = new CodePage(node(context), request.application().name(), code);
      PageAnswers.html(context, pages.code(page));
    } else {
      PageAnswers.seeOther(context, request.destination().with(Map.of("code", code)));
    }
  }

  private void answerError(RoutingContext context, Read.Refused refused) {
    if (refused.destination().outOfBand()) {
      throw Problem.invalid(refused.description());
    }
    var answer = new LinkedHashMap<String, String>();
    answer.put("error", refused.error());
    answer.put("error_description", refused.description());
    PageAnswers.seeOther(context, refused.destination().with(answer));
  }

  private void problem(RoutingContext context, Problem problem) {
    var page = new ProblemPage(node(context), problem.getMessage());
    PageAnswers.html(context, pages.problem(page));
  }

  /** The same request again, as an address of ours. */
  private static String path(AuthorizationRequest request, String more) {
    return PATH
        + "?"
        + request.fields().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"))
        + more;
  }

  private String handle(Account account) {
    return actors.byId(database, account.actor()).orElseThrow().handle().toString();
  }

  private static String node(RoutingContext context) {
    return Incoming.domain(context).authority();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
