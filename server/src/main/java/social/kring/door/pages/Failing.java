package social.kring.door.pages;

import io.vertx.ext.web.RoutingContext;
import social.kring.door.Answers;
import social.kring.door.Failures;
import social.kring.door.Incoming;
import social.kring.door.PageAnswers;
import social.kring.door.activitypub.NodeCard;
import social.kring.protocol.Problem;

/** Tells people on a page what went wrong, and programs in JSON. */
public final class Failing implements Failures.Renderer {
  private final Frames frames;

  public Failing(NodeCard node) {
    this(new Frames(node, Assets.bundled()));
  }

  Failing(Frames frames) {
    this.frames = frames;
  }

  @Override
  public void render(RoutingContext context, Problem problem) {
    if (Incoming.prefersActivityStreams(context, true)) {
      Answers.plainProblem(context, problem);
    } else {
      var status = context.response().getStatusCode();
      var page =
          new FailurePage(frames.passing(title(problem)), status, title(problem), said(problem));
      PageAnswers.html(context, Templates.html(page));
    }
  }

  private static String title(Problem problem) {
    return switch (problem.kind()) {
      case NOT_FOUND -> "There is nothing here";
      case GONE -> "This is gone";
      case MISDIRECTED -> "This address is not served here";
      case UNAVAILABLE, UPSTREAM, TOO_MANY_REQUESTS -> "Not now";
      default -> "That did not work";
    };
  }

  /** What is not for everyone looks like what does not exist. */
  private static String said(Problem problem) {
    return switch (problem.kind()) {
      case NOT_FOUND -> "The address is wrong, or what was here is not for everyone.";
      case GONE -> "Whoever put it here has taken it away.";
      default -> problem.getMessage() + ".";
    };
  }
}
