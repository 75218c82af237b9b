package social.kring.door.accounts;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import social.kring.community.access.Access;
import social.kring.community.access.Account;
import social.kring.community.access.SessionEntry;
import social.kring.door.Failures;
import social.kring.door.PageAnswers;
import social.kring.door.accounts.FormPage.Field;
import social.kring.door.api.Parameters;
import social.kring.door.oauth.ScopeWords;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;

/** What somebody sees of her own account: sessions, password, e-mail address. */
final class OwnAccountRoutes {
  static final String PATH = "/oauth/account";

  private static final String PASSWORD = PATH + "/password";
  private static final String EMAIL = PATH + "/email";
  private static final PageLink BACK = new PageLink(PATH, "Back to your account");

  private final Access access;
  private final Actors actors;
  private final Database database;
  private final Visitors visitors;
  private final AccountPages pages;

  OwnAccountRoutes(
      Access access, Actors actors, Database database, Visitors visitors, AccountPages pages) {
    this.access = access;
    this.actors = actors;
    this.database = database;
    this.visitors = visitors;
    this.pages = pages;
  }

  void mount(Router router, BodyHandler bodies) {
    mount(router, PATH, this::list);
    mount(router, PASSWORD, (context, account) -> password(context, Optional.empty()));
    mount(router, EMAIL, (context, account) -> email(context, Optional.empty()));
    mount(router, bodies, PATH + "/sessions", this::end);
    mount(router, bodies, PATH + "/sign-out", this::signOut);
    mount(router, bodies, PASSWORD, this::changePassword);
    mount(router, bodies, EMAIL, this::changeEmail);
  }

  private void mount(Router router, String path, BiConsumer<RoutingContext, Account> page) {
    router
        .get(path)
        .handler(context -> signedIn(context, page))
        .failureHandler(Failures.answeredBy(this::problem));
  }

  private void mount(
      Router router, BodyHandler bodies, String path, BiConsumer<RoutingContext, Account> deed) {
    router
        .post(path)
        .handler(bodies)
        .handler(context -> signedIn(context, deed))
        .failureHandler(Failures.answeredBy(this::problem));
  }

  private void signedIn(RoutingContext context, BiConsumer<RoutingContext, Account> then) {
    var account = visitors.signedIn(context);
    if (account.isEmpty()) visitors.askToSignIn(context);
    else then.accept(context, account.get());
  }

  private void list(RoutingContext context, Account account) {
    var handle = actors.byId(database, account.actor()).orElseThrow().handle();
    var page =
        new SessionsPage(
            Visitors.node(context),
            handle.toString(),
            account.email(),
            access.emails().pending(database, account.actor()),
            visitors.issue(context),
            access.sessionList().of(database, account.actor()).stream()
                .map(OwnAccountRoutes::shown)
                .toList());
    PageAnswers.html(context, pages.sessions(page));
  }

  private static SessionsPage.Session shown(SessionEntry entry) {
    return new SessionsPage.Session(
        Long.toString(entry.id()),
        switch (entry.kind()) {
          case APPLICATION -> "App";
          case BROWSER -> "Browser";
          case OPERATOR -> "Operator";
        },
        entry.description(),
        entry.scopes().map(ScopeWords::of).orElse(List.of()),
        day(entry.createdAt()),
        entry.usedAt().map(OwnAccountRoutes::day));
  }

  private static String day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }

  private void end(RoutingContext context, Account account) {
    var session = visitors.form(context).number("session").orElse(0L);
    database.transaction(
        tx -> {
          access.sessionList().end(tx, session, account.actor());
          return null;
        });
    PageAnswers.seeOther(context, PATH);
  }

  private void signOut(RoutingContext context, Account account) {
    visitors.form(context);
    visitors.signOut(context);
    PageAnswers.seeOther(context, "/oauth/sign-in");
  }

  private void changePassword(RoutingContext context, Account account) {
    var form = visitors.form(context);
    access
        .passwords()
        .change(account, old(form), form.text("password").orElse(""), visitors.address(context));
    note(context, "Your new password is set", "All sessions were ended. Sign in with it.");
  }

  private void changeEmail(RoutingContext context, Account account) {
    var form = visitors.form(context);
    access.signIns().prove(account, old(form), visitors.address(context));
    access.emails().request(account, form.text("email").orElse(""));
    note(
        context,
        "Confirm the new address",
        access.sendsMail()
            ? "Open the link that was sent there. Until then the old one counts."
            : "This node sends no mail: whoever runs it hands you a link that confirms it.");
  }

  private static String old(Parameters form) {
    return form.text("current_password").orElse("");
  }

  private void password(RoutingContext context, Optional<Problem> problem) {
    form(
        context,
        new FormPage(
            Visitors.node(context),
            "Change your password",
            List.of("It ends all sessions, in apps and browsers."),
            PASSWORD,
            "Change the password",
            visitors.hidden(context),
            List.of(
                current(),
                Field.of("password", "New password", "password", "new-password")
                    .hinting("At least 8 characters.")),
            problem.map(Complaints::words),
            List.of(BACK)));
  }

  private void email(RoutingContext context, Optional<Problem> problem) {
    form(
        context,
        new FormPage(
            Visitors.node(context),
            "Change your e-mail address",
            List.of("The new one counts once you have opened the link that is sent there."),
            EMAIL,
            "Change the address",
            visitors.hidden(context),
            List.of(current(), Field.of("email", "New e-mail address", "email", "email")),
            problem.map(Complaints::words),
            List.of(BACK)));
  }

  private static Field current() {
    return Field.of("current_password", "Current password", "password", "current-password");
  }

  private void form(RoutingContext context, FormPage page) {
    PageAnswers.html(context, pages.form(page));
  }

  private void problem(RoutingContext context, Problem problem) {
    var correctable =
        switch (problem.kind()) {
          case UNAUTHENTICATED, INVALID, CONFLICT, TOO_MANY_REQUESTS -> true;
          default -> false;
        };
    var path = context.request().path();
    if (correctable && path.equals(PASSWORD)) password(context, Optional.of(problem));
    else if (correctable && path.equals(EMAIL)) email(context, Optional.of(problem));
    else show(context, "That did not work", Complaints.words(problem), true);
  }

  private void note(RoutingContext context, String heading, String line) {
    show(context, heading, line, false);
  }

  private void show(RoutingContext context, String heading, String line, boolean bad) {
    var page = new NotePage(Visitors.node(context), heading, List.of(line), bad, Optional.of(BACK));
    PageAnswers.html(context, pages.note(page));
  }
}
