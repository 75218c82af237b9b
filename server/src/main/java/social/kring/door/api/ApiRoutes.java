package social.kring.door.api;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import social.kring.door.Failures;

/** Adds routes of the client API. None is without a permission. */
public final class ApiRoutes {
  private static final long MOST_BYTES = 1 << 20;
  private static final long MOST_UPLOADED = 24 << 20;
  private static final String CALL = "kring.call";

  private final Router router;
  private final Callers callers;
  private final Replies replies;
  private final BodyHandler bodies = BodyHandler.create(false).setBodyLimit(MOST_BYTES);
  private final Handler<RoutingContext> failures = Failures.answeredBy(ApiErrors::render);

  public ApiRoutes(Router router, Callers callers, Replies replies) {
    this.router = router;
    this.callers = callers;
    this.replies = replies;
  }

  public void get(String path, Permission permission, Endpoint endpoint) {
    router
        .route(HttpMethod.GET, path)
        .handler(context -> read(context, permission, endpoint))
        .failureHandler(failures);
  }

  /**
   * A GET that many ask for often, whose answer depends on nothing but what is stored, to the
   * second: nobody else is asked for it, and nothing happens by it.
   */
  public void getStored(String path, Permission permission, Endpoint endpoint) {
    router
        .route(HttpMethod.GET, path)
        .handler(context -> readStored(context, permission, endpoint))
        .failureHandler(failures);
  }

  /**
   * What is not answered at once: whoever takes it finds out who asks, and writes as long as it is
   * open.
   */
  public void open(String path, Handler<RoutingContext> taker) {
    router.route(HttpMethod.GET, path).handler(taker).failureHandler(failures);
  }

  public void post(String path, Permission permission, Endpoint endpoint) {
    withBody(HttpMethod.POST, path, permission, endpoint);
  }

  public void put(String path, Permission permission, Endpoint endpoint) {
    withBody(HttpMethod.PUT, path, permission, endpoint);
  }

  public void patch(String path, Permission permission, Endpoint endpoint) {
    withBody(HttpMethod.PATCH, path, permission, endpoint);
  }

  /** Some apps send what is to be deleted in the body. */
  public void delete(String path, Permission permission, Endpoint endpoint) {
    withBody(HttpMethod.DELETE, path, permission, endpoint);
  }

  /** A change that may bring files. Nothing is read before it is known who sends them. */
  public void patchWithFiles(
      String path, Permission permission, UploadFolder folder, Endpoint endpoint) {
    withFiles(HttpMethod.PATCH, path, permission, folder.reader(MOST_UPLOADED), endpoint);
  }

  /**
   * As above, by another method.
   *
   * @param most bytes of all files together
   */
  public void withFiles(
      HttpMethod method,
      String path,
      Permission permission,
      UploadFolder folder,
      long most,
      Endpoint endpoint) {
    withFiles(method, path, permission, folder.reader(most + MOST_BYTES), endpoint);
  }

  private void withFiles(
      HttpMethod method, String path, Permission permission, BodyHandler files, Endpoint endpoint) {
    router
        .route(method, path)
        .handler(context -> admitBefore(context, permission))
        .failureHandler(failures);
    router
        .route(method, path)
        .handler(files)
        .handler(context -> replies.to(context.get(CALL), endpoint).send(context))
        .failureHandler(failures);
  }

  private void admitBefore(RoutingContext context, Permission permission) {
    context.request().pause();
    context.put(CALL, callers.admit(context, permission));
    context.next();
  }

  private void withBody(HttpMethod method, String path, Permission permission, Endpoint endpoint) {
    router
        .route(method, path)
        .handler(bodies)
        .handler(context -> answer(context, permission, endpoint))
        .failureHandler(failures);
  }

  private void answer(RoutingContext context, Permission permission, Endpoint endpoint) {
    replies.to(callers.admit(context, permission), endpoint).send(context);
  }

  /** Whether they may is found out anew for each answer, like all else. */
  private void read(RoutingContext context, Permission permission, Endpoint endpoint) {
    replies
        .together(context, () -> replies.to(callers.admit(context, permission), endpoint))
        .send(context);
  }

  /** Whether they may is stored, too. */
  private void readStored(RoutingContext context, Permission permission, Endpoint endpoint) {
    replies
        .unlessWritten(context, () -> replies.to(callers.admit(context, permission), endpoint))
        .send(context);
  }
}
