package social.kring.door.kring;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import social.kring.community.access.Scopes;
import social.kring.community.access.SessionEntry;
import social.kring.community.access.SessionList;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.platform.storage.Database;

/** Where somebody is signed in; what an operator made in her name is among it. */
final class SessionRoutes {
  private static final String PATH = "/api/kring/v1/sessions";

  private final Database database;
  private final SessionList sessions;

  SessionRoutes(Database database, SessionList sessions) {
    this.database = database;
    this.sessions = sessions;
  }

  /**
   * A session as its owner sees it.
   *
   * @param madeBy the operator who made it, if it was not herself
   * @param current whether it is the one that asks
   */
  record Session(
      String id,
      String kind,
      String description,
      Optional<List<String>> scopes,
      Optional<String> madeBy,
      Instant createdAt,
      Optional<Instant> lastUsedAt,
      boolean current) {}

  void mount(ApiRoutes routes) {
    routes.get(PATH, Permission.person("read:accounts"), this::list);
    routes.delete(PATH + "/:id", Permission.person("write:accounts"), this::end);
  }

  private List<Session> list(Call call) {
    return sessions.of(database, call.viewer()).stream()
        .map(entry -> session(entry, call.token()))
        .toList();
  }

  private static Session session(SessionEntry entry, Optional<Long> current) {
    return new Session(
        Long.toString(entry.id()),
        entry.kind().name().toLowerCase(Locale.ROOT),
        entry.description(),
        entry.scopes().map(Scopes::names),
        entry.madeBy(),
        entry.createdAt(),
        entry.usedAt(),
        current.filter(token -> token == entry.id()).isPresent());
  }

  private Map<String, Object> end(Call call) {
    database.transaction(
        tx -> {
          sessions.end(tx, call.id(), call.viewer());
          return null;
        });
    return Map.of();
  }
}
