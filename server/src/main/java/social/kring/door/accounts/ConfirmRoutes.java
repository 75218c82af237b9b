package social.kring.door.accounts;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.kring.community.access.Access;
import social.kring.door.Failures;
import social.kring.door.PageAnswers;
import social.kring.door.api.Parameters;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;

/**
 * Where a link leads that proves an address. Looking at it confirms nothing, since mail servers
 * look at links too.
 */
final class ConfirmRoutes {
  private static final String PATH = "/oauth/confirm";
  private static final PageLink SIGN_IN = new PageLink("/oauth/sign-in", "Sign in");

  private final Access access;
  private final Database database;
  private final AccountPages pages;

  ConfirmRoutes(Access access, Database database, AccountPages pages) {
    this.access = access;
    this.database = database;
    this.pages = pages;
  }

  void mount(Router router, BodyHandler bodies) {
    var failures = Failures.answeredBy(this::problem);
    router.get(PATH).handler(this::ask).failureHandler(failures);
    router.post(PATH).handler(bodies).handler(this::confirm).failureHandler(failures);
  }

  private void ask(RoutingContext context) {
    var token = token(context);
    if (!access.emails().isGood(database, token)) {
      throw Problem.invalid("This link was used already, or is too old");
    }
    var page =
        new FormPage(
            Visitors.node(context),
            "Confirm your e-mail address",
            List.of("Somebody, probably you, gave this address for an account here."),
            PATH,
            "It is mine",
            Map.of("token", token),
            List.of(),
            Optional.empty(),
            List.of());
    PageAnswers.html(context, pages.form(page));
  }

  /** Whoever has the link needs no cookie of ours: it is proof enough, and good once. */
  private void confirm(RoutingContext context) {
    access.emails().confirm(token(context));
    var page =
        new NotePage(
            Visitors.node(context),
            "Your address is confirmed",
            List.of("If somebody still has to let you in, you get a letter when that is done."),
            false,
            Optional.of(SIGN_IN));
    PageAnswers.html(context, pages.note(page));
  }

  private static String token(RoutingContext context) {
    return Parameters.of(context).text("token").orElse("");
  }

  private void problem(RoutingContext context, Problem problem) {
    var page =
        new NotePage(
            Visitors.node(context),
            "That did not work",
            List.of(Complaints.words(problem)),
            true,
            Optional.of(SIGN_IN));
    PageAnswers.html(context, pages.note(page));
  }
}
