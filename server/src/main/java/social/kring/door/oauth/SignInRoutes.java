package social.kring.door.oauth;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import social.kring.community.access.Access;
import social.kring.community.access.Account;
import social.kring.community.access.ClientAddress;
import social.kring.door.ClientAddresses;
import social.kring.door.Failures;
import social.kring.door.Incoming;
import social.kring.door.PageAnswers;
import social.kring.door.api.Parameters;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;

/** The page on which people sign in, and what they send from it. */
final class SignInRoutes {
  private static final String PATH = "/oauth/sign-in";

  /** Where somebody goes whom no app sent. */
  private static final String ACCOUNT = "/oauth/account";

  private final Access access;
  private final Database database;
  private final ClientAddresses addresses;
  private final FormGuard guard;
  private final SessionCookie cookie;
  private final OauthPages pages;

  SignInRoutes(
      Access access,
      Database database,
      ClientAddresses addresses,
      FormGuard guard,
      SessionCookie cookie,
      OauthPages pages) {
    this.access = access;
    this.database = database;
    this.addresses = addresses;
    this.guard = guard;
    this.cookie = cookie;
    this.pages = pages;
  }

  void mount(Router router, BodyHandler bodies) {
    router
        .get(PATH)
        .handler(context -> ask(context, ACCOUNT))
        .failureHandler(Failures.answeredBy(this::again));
    router
        .post(PATH)
        .handler(bodies)
        .handler(this::signIn)
        .failureHandler(Failures.answeredBy(this::again));
  }

  /** Who is signed in with this browser. */
  Optional<Account> signedIn(RoutingContext context) {
    return cookie
        .read(context)
        .flatMap(session -> access.browserSessions().find(database, session));
  }

  /** Asks to sign in, and to go on with a path of ours. */
  void ask(RoutingContext context, String next) {
    show(context, next, "", Optional.empty());
  }

  private void signIn(RoutingContext context) {
    var form = Parameters.of(context);
    guard.check(context, form.text(FormGuard.FIELD));
    var next = next(form);
    var address = new ClientAddress(addresses.of(context));
    var account =
        access
            .signIns()
            .signIn(form.text("login").orElse(""), form.text("password").orElse(""), address);
    var agent = Optional.ofNullable(context.request().getHeader("User-Agent")).orElse("");
    var session =
        database.transaction(
            tx -> {
              cookie.read(context).ifPresent(old -> access.browserSessions().end(tx, old));
              return access.browserSessions().begin(tx, account, agent);
            });
    cookie.write(context, session);
    PageAnswers.seeOther(context, next);
  }

  /** What did not fit can be corrected at once. */
  private void again(RoutingContext context, Problem problem) {
    switch (problem.kind()) {
      case UNAUTHENTICATED, TOO_MANY_REQUESTS, FORBIDDEN -> {
        var form = Parameters.of(context);
        show(context, next(form), form.text("login").orElse(""), Optional.of(said(problem)));
      }
      default ->
          PageAnswers.html(
              context, pages.problem(new ProblemPage(node(context), problem.getMessage())));
    }
  }

  private void show(RoutingContext context, String next, String login, Optional<String> problem) {
    var page = new SignInPage(node(context), next, guard.issue(context), login, problem, open());
    PageAnswers.html(context, pages.signIn(page));
  }

  private boolean open() {
    return switch (access.signUps().policy()) {
      case OPEN, APPROVAL -> true;
      case INVITE, CLOSED -> false;
    };
  }

  private static String said(Problem problem) {
    return problem
        .retryAfter()
        .map(wait -> "Too many attempts. Try again in " + (wait.toMinutes() + 1) + " minutes")
        .orElse(problem.getMessage());
  }

  /** Only ever back to a request for consent or to one's own account, never to another site. */
  private static String next(Parameters form) {
    return form.text("next")
        .filter(path -> path.startsWith(AuthorizeRoutes.PATH + "?") || path.equals(ACCOUNT))
        .filter(path -> path.chars().allMatch(each -> each > ' ' && each < 0x7f))
        .orElseThrow(() -> Problem.invalid("Go back to the app and try again"));
  }

  private static String node(RoutingContext context) {
    return Incoming.domain(context).authority();
  }
}
