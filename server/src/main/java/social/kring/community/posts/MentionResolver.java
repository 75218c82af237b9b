package social.kring.community.posts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Queries;
import social.kring.protocol.discovery.Handle;

/** Finds out who is meant by the names in a text. */
final class MentionResolver {
  private static final int MOST = 50;

  /** How long somebody who posts waits for peers, all names together. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Actors actors;
  private final Abroad abroad;
  private final Clock clock;

  MentionResolver(Actors actors, Abroad abroad, Clock clock) {
    this.actors = actors;
    this.abroad = abroad;
    this.clock = clock;
  }

  /** By address as written; whom nobody knows is left out. */
  Map<String, ActorRow> resolve(Queries queries, ActorRow author, List<String> addresses) {
    var deadline = clock.instant().plus(PATIENCE);
    var found = new LinkedHashMap<String, ActorRow>();
    for (var address : addresses.stream().limit(MOST).toList()) {
      handle(author, address)
          .flatMap(handle -> find(queries, handle, deadline))
          .filter(actor -> actor.standing().active())
          .ifPresent(actor -> found.put(address, actor));
    }
    return found;
  }

  private Optional<ActorRow> find(Queries queries, Handle handle, Instant deadline) {
    return actors.byHandle(queries, handle).or(() -> abroad(handle, deadline));
  }

  private Optional<ActorRow> abroad(Handle handle, Instant deadline) {
    var left = Duration.between(clock.instant(), deadline);
    return left.isPositive() ? abroad.actor(handle, left) : Optional.empty();
  }

  /** A name without a host is one of the author's own domain. */
  private static Optional<Handle> handle(ActorRow author, String address) {
    return Handle.tryParse(
        address.contains("@") ? address : address + "@" + author.handle().authority());
  }
}
