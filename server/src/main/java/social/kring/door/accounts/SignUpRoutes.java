package social.kring.door.accounts;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import social.kring.community.access.Access;
import social.kring.community.access.Account;
import social.kring.community.access.SignUpForm;
import social.kring.community.access.SignUps.Policy;
import social.kring.door.Failures;
import social.kring.door.PageAnswers;
import social.kring.door.accounts.FormPage.Field;
import social.kring.door.api.Parameters;
import social.kring.protocol.Problem;

/** The page on which people sign up. */
final class SignUpRoutes {
  static final String PATH = "/oauth/sign-up";

  private static final List<PageLink> LINKS =
      List.of(
          new PageLink("/about", "What this node is"),
          new PageLink("/oauth/sign-in", "Sign in instead"));

  private final Access access;
  private final Visitors visitors;
  private final AccountPages pages;

  SignUpRoutes(Access access, Visitors visitors, AccountPages pages) {
    this.access = access;
    this.visitors = visitors;
    this.pages = pages;
  }

  void mount(Router router, BodyHandler bodies) {
    var failures = Failures.answeredBy(this::again);
    router.get(PATH).handler(this::ask).failureHandler(failures);
    router.post(PATH).handler(bodies).handler(this::signUp).failureHandler(failures);
  }

  private void ask(RoutingContext context) {
    var sent = Parameters.of(context);
    if (isOpen(sent)) show(context, sent, Optional.empty());
    else refuse(context);
  }

  private boolean isOpen(Parameters sent) {
    return switch (access.signUps().policy()) {
      case OPEN, APPROVAL -> true;
      case INVITE -> sent.text("invite").filter(code -> !code.isBlank()).isPresent();
      case CLOSED -> false;
    };
  }

  private void refuse(RoutingContext context) {
    var why =
        access.signUps().policy() == Policy.INVITE
            ? "Whoever has an account here can invite you: open the link that you were given."
            : "This node takes no new accounts.";
    note(context, "You cannot sign up here", List.of(why), Optional.empty());
  }

  private void signUp(RoutingContext context) {
    var form = visitors.form(context);
    var account = access.signUps().signUp(read(form), visitors.address(context));
    note(
        context,
        "Almost done",
        nextSteps(account),
        Optional.of(new PageLink("/oauth/sign-in", "Sign in once that is done")));
  }

  private static SignUpForm read(Parameters form) {
    var more =
        new SignUpForm.More(
            form.text("reason"),
            Optional.empty(),
            form.text("date_of_birth"),
            form.text("invite"),
            Optional.empty());
    return new SignUpForm(
        form.text("username").orElse("").strip(),
        form.text("email").orElse(""),
        form.text("password").orElse(""),
        form.flag("agreement").orElse(false),
        more);
  }

  private List<String> nextSteps(Account account) {
    var steps = new ArrayList<String>();
    steps.add(
        access.sendsMail()
            ? "Open the link that was sent to " + account.email() + ", to prove that it is yours."
            : "This node sends no mail: whoever runs it hands you a link that confirms your"
                + " address.");
    if (account.standing().approvedAt().isEmpty()) {
      steps.add("Then somebody reads why you want to join, and lets you in.");
    }
    return steps;
  }

  private void again(RoutingContext context, Problem problem) {
    var sent = Parameters.of(context);
    switch (problem.kind()) {
      case INVALID, CONFLICT, TOO_MANY_REQUESTS -> show(context, sent, Optional.of(problem));
      default ->
          PageAnswers.html(
              context,
              pages.note(
                  new NotePage(
                      Visitors.node(context),
                      "That did not work",
                      List.of(Complaints.words(problem)),
                      true,
                      Optional.of(new PageLink(PATH, "Try again")))));
    }
  }

  private void show(RoutingContext context, Parameters sent, Optional<Problem> problem) {
    var hidden = new LinkedHashMap<>(visitors.hidden(context));
    sent.text("invite").ifPresent(code -> hidden.put("invite", code));
    var page =
        new FormPage(
            Visitors.node(context),
            "Sign up",
            List.of(
                "You get a name on " + Visitors.node(context) + ", which is yours for good.",
                "Whoever runs this node can read what is stored on it, private messages"
                    + " included."),
            PATH,
            "Sign up",
            hidden,
            fields(sent, problem),
            complaint(problem),
            LINKS);
    PageAnswers.html(context, pages.form(page));
  }

  private static Optional<String> complaint(Optional<Problem> problem) {
    var invite = Complaints.about(problem, "invite_code");
    return invite
        .map(said -> "The invite is not valid, or is used up.")
        .or(() -> problem.map(Complaints::words));
  }

  private List<Field> fields(Parameters sent, Optional<Problem> problem) {
    var fields = new ArrayList<Field>();
    fields.add(
        Field.of("username", "Name", "text", "username")
            .hinting("Letters, digits and underscores. Others find you by it."));
    fields.add(Field.of("email", "E-mail address", "email", "email"));
    fields.add(
        Field.of("password", "Password", "password", "new-password")
            .hinting("At least 8 characters."));
    if (access.signUps().minimumAge().isPresent()) {
      fields.add(
          Field.of("date_of_birth", "Date of birth", "date", "bday")
              .hinting("It is compared and not kept."));
    }
    if (access.signUps().policy() == Policy.APPROVAL) fields.add(reason(sent));
    fields.add(Field.of("agreement", "I agree to the rules of this node", "checkbox", "off"));
    return fields.stream()
        .map(field -> field.again(sent.text(field.name()), Complaints.about(problem, field.name())))
        .toList();
  }

  private static Field reason(Parameters sent) {
    var field = Field.of("reason", "Why do you want to join?", "lines", "off");
    return sent.text("invite").isPresent() ? field.voluntary() : field;
  }

  private void note(
      RoutingContext context, String heading, List<String> lines, Optional<PageLink> next) {
    PageAnswers.html(
        context, pages.note(new NotePage(Visitors.node(context), heading, lines, false, next)));
  }
}
