package social.kring.door.accounts;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import social.kring.community.access.Access;
import social.kring.door.Failures;
import social.kring.door.PageAnswers;
import social.kring.door.accounts.FormPage.Field;
import social.kring.door.api.Parameters;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;

/** Where somebody sets a password who cannot remember the old one. */
final class ResetRoutes {
  private static final String PATH = "/oauth/reset";
  private static final String NEW = PATH + "/new";

  private final Access access;
  private final Database database;
  private final Visitors visitors;
  private final AccountPages pages;

  ResetRoutes(Access access, Database database, Visitors visitors, AccountPages pages) {
    this.access = access;
    this.database = database;
    this.visitors = visitors;
    this.pages = pages;
  }

  void mount(Router router, BodyHandler bodies) {
    var asking = Failures.answeredBy(this::askAgain);
    router.get(PATH).handler(this::ask).failureHandler(asking);
    router.post(PATH).handler(bodies).handler(this::request).failureHandler(asking);
    var setting = Failures.answeredBy(this::chooseAgain);
    router.get(NEW).handler(this::choose).failureHandler(setting);
    router.post(NEW).handler(bodies).handler(this::reset).failureHandler(setting);
  }

  private void ask(RoutingContext context) {
    if (access.sendsMail()) {
      showRequest(context, Optional.empty());
    } else {
      note(
          context,
          "Set a new password",
          "This node sends no mail. Ask whoever runs it for a link with which you can set a new"
              + " password.");
    }
  }

  /** The same answer whether or not somebody here has the address. */
  private void request(RoutingContext context) {
    var form = visitors.form(context);
    access.passwords().request(form.text("email").orElse(""), visitors.address(context));
    note(
        context,
        "Look into your mailbox",
        "If somebody here has this address, a link was sent there. It is good for two hours.");
  }

  private void askAgain(RoutingContext context, Problem problem) {
    showRequest(context, Optional.of(problem));
  }

  private void showRequest(RoutingContext context, Optional<Problem> problem) {
    var sent = Parameters.of(context).text("email");
    var page =
        new FormPage(
            Visitors.node(context),
            "Set a new password",
            List.of("You get a link by e-mail with which you can set one."),
            PATH,
            "Send me a link",
            visitors.hidden(context),
            List.of(
                Field.of("email", "E-mail address", "email", "email")
                    .again(sent, Optional.empty())),
            problem.map(Complaints::words),
            List.of(new PageLink("/oauth/sign-in", "Sign in instead")));
    PageAnswers.html(context, pages.form(page));
  }

  private void choose(RoutingContext context) {
    if (!access.passwords().isGood(database, token(context))) {
      throw Problem.forbidden("This link was used already, or is too old. Ask for another one");
    }
    showChoice(context, Optional.empty());
  }

  private void reset(RoutingContext context) {
    var form = visitors.form(context);
    access.passwords().reset(token(context), form.text("password").orElse(""));
    note(context, "Your new password is set", "All sessions were ended. Sign in with it.");
  }

  private void chooseAgain(RoutingContext context, Problem problem) {
    var stale = !access.passwords().isGood(database, token(context));
    if (stale || problem.kind() == Problem.Kind.FORBIDDEN) {
      var page =
          new NotePage(
              Visitors.node(context),
              "That did not work",
              List.of(Complaints.words(problem)),
              true,
              Optional.of(new PageLink(PATH, "Ask for another link")));
      PageAnswers.html(context, pages.note(page));
    } else {
      showChoice(context, Optional.of(problem));
    }
  }

  private void showChoice(RoutingContext context, Optional<Problem> problem) {
    var hidden = new LinkedHashMap<>(visitors.hidden(context));
    hidden.put("token", token(context));
    var page =
        new FormPage(
            Visitors.node(context),
            "Set a new password",
            List.of("It ends all sessions, in apps and browsers."),
            NEW,
            "Set the password",
            hidden,
            List.of(
                Field.of("password", "New password", "password", "new-password")
                    .hinting("At least 8 characters.")),
            problem.map(Complaints::words),
            List.of());
    PageAnswers.html(context, pages.form(page));
  }

  private static String token(RoutingContext context) {
    return Parameters.of(context).text("token").orElse("");
  }

  private void note(RoutingContext context, String heading, String line) {
    var next = new PageLink("/oauth/sign-in", "Sign in");
    PageAnswers.html(
        context,
        pages.note(
            new NotePage(
                Visitors.node(context), heading, List.of(line), false, Optional.of(next))));
  }
}
