package social.kring.door.mastodon.streaming;

import io.vertx.core.Promise;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import social.kring.community.access.Authorization;
import social.kring.door.api.ApiRoutes;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** The addresses at which apps listen. Each takes both ways of listening. */
final class StreamRoutes {
  private static final String PATH = "/api/v1/streaming";
  private static final Map<ChannelKind, String> PATHS =
      new EnumMap<>(
          Map.of(
              ChannelKind.USER, "/user",
              ChannelKind.USER_NOTIFICATION, "/user/notification",
              ChannelKind.PUBLIC, "/public",
              ChannelKind.PUBLIC_LOCAL, "/public/local",
              ChannelKind.PUBLIC_REMOTE, "/public/remote",
              ChannelKind.HASHTAG, "/hashtag",
              ChannelKind.HASHTAG_LOCAL, "/hashtag/local",
              ChannelKind.LIST, "/list",
              ChannelKind.DIRECT, "/direct"));

  private final Admission admission;
  private final Subscriptions subscriptions;

  StreamRoutes(Admission admission, Subscriptions subscriptions) {
    this.admission = admission;
    this.subscriptions = subscriptions;
  }

  void mount(ApiRoutes routes) {
    PATHS.forEach(
        (kind, path) ->
            routes.open(PATH + path, context -> open(context, Optional.of(kind.text()))));
    routes.open(PATH, context -> open(context, query(context, "stream")));
  }

  private void open(RoutingContext context, Optional<String> stream) {
    // Else it would be over before it becomes a WebSocket.
    context.request().pause();
    var authorization = admission.admit(context);
    var channel = stream.map(name -> channel(context, name));
    channel.ifPresent(wanted -> subscriptions.require(authorization, wanted));
    subscriptions.requireRoom(authorization);
    if (isUpgrade(context)) openSocket(context, authorization, channel);
    else
      openEvents(
          context,
          authorization,
          channel.orElseThrow(() -> Problem.malformed("stream is missing: what to listen to")));
  }

  private static Channel channel(RoutingContext context, String stream) {
    var onlyMedia =
        query(context, "only_media").filter(text -> !text.matches("0|f|F|false|FALSE|off|OFF"));
    var name =
        onlyMedia.isPresent() && stream.matches("public(:local|:remote)?")
            ? stream + ":media"
            : stream;
    return Channel.of(name, query(context, "tag"), query(context, "list"));
  }

  private static Optional<String> query(RoutingContext context, String name) {
    return context.queryParam(name).stream().findFirst();
  }

  private static boolean isUpgrade(RoutingContext context) {
    return "websocket".equalsIgnoreCase(context.request().getHeader("Upgrade"));
  }

  private void openEvents(RoutingContext context, Authorization authorization, Channel channel) {
    var response = context.response();
    var line = new EventLine(response, context.request().connection());
    var listener = new Listener(authorization, line);
    response.closeHandler(closed -> subscriptions.end(listener));
    response.exceptionHandler(failure -> subscriptions.end(listener));
    context.request().resume();
    subscriptions.begin(listener, Optional.of(channel));
    line.begin();
    if (response.closed()) subscriptions.end(listener);
  }

  /**
   * It listens before the app is told that it does. The socket's handlers are set before anything
   * can come, so that its opening is not waited for.
   */
  private void openSocket(
      RoutingContext context, Authorization authorization, Optional<Channel> channel) {
    var opening = Promise.<ServerWebSocket>promise();
    var line = new SocketLine(opening.future(), context.request().connection());
    var listener = new Listener(authorization, line);
    subscriptions.begin(listener, channel);
    context
        .request()
        .toWebSocket()
        .onSuccess(
            socket -> {
              attach(socket, listener, authorization);
              opening.complete(socket);
            })
        .onFailure(
            failure -> {
              subscriptions.end(listener);
              context.fail(failure);
            });
  }

  private void attach(ServerWebSocket socket, Listener listener, Authorization authorization) {
    socket.setWriteQueueMaxSize(SocketLine.MOST_WAITING);
    socket.closeHandler(closed -> subscriptions.end(listener));
    socket.exceptionHandler(failure -> {});
    socket.pongHandler(pong -> listener.lives());
    socket.textMessageHandler(text -> hear(socket, listener, authorization, text));
    if (socket.isClosed()) subscriptions.end(listener);
  }

  /** One command at a time, or an app could have all connections to the database. */
  private void hear(
      ServerWebSocket socket, Listener listener, Authorization authorization, String text) {
    socket.pause();
    try {
      listener.lives();
      subscriptions.obey(listener, authorization, Command.parse(text));
    } catch (Problem problem) {
      if (listener.line() instanceof SocketLine line) line.send(error(problem));
    } finally {
      socket.resume();
    }
  }

  private static String error(Problem problem) {
    return Tree.builder().put("error", problem.getMessage()).build().toString();
  }
}
