package social.kring.node;

import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import social.kring.community.posts.Abroad;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.RemoteActors;
import social.kring.federation.remote.RemoteDocuments;
import social.kring.platform.http.Deadline;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.ApObject;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.url.FediUrl;

/** Asks other nodes by the careful ways of federation. */
final class FetchingAbroad implements Abroad {
  private final RemoteActors actors;
  private final RemoteDocuments documents;

  FetchingAbroad(RemoteActors actors, RemoteDocuments documents) {
    this.actors = actors;
    this.documents = documents;
  }

  /** Who comes too late is known the next time. */
  @Override
  public Optional<ActorRow> actor(Handle handle, Duration patience) {
    var found = Promise.<ActorRow>promise();
    Thread.ofVirtual().start(() -> complete(found, () -> actors.find(handle)));
    try {
      return Optional.of(Deadline.in(patience).await(found.future()));
    } catch (Problem | TimeoutException nobody) {
      return Optional.empty();
    }
  }

  private static <T> void complete(Promise<T> promise, Callable<T> work) {
    try {
      promise.complete(work.call());
    } catch (Exception failure) {
      promise.fail(failure);
    }
  }

  @Override
  public Optional<ActorRow> actor(FediUrl uri) {
    return attempt(() -> actors.find(uri));
  }

  @Override
  public Optional<ApObject> object(FediUrl uri) {
    return attempt(() -> ApObject.parse(documents.fetch(uri)));
  }

  private static <T> Optional<T> attempt(Supplier<T> asking) {
    try {
      return Optional.of(asking.get());
    } catch (Problem absent) {
      return Optional.empty();
    }
  }
}
