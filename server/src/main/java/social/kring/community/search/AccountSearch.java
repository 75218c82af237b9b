package social.kring.community.search;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import social.kring.community.posts.Abroad;
import social.kring.community.relationships.Relationship;
import social.kring.community.relationships.RelationshipReader;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.domains.Domains;
import social.kring.platform.storage.Database;
import social.kring.protocol.discovery.Handle;

/** Finds people by handle, or by the beginning of their name. */
final class AccountSearch {
  /** How long somebody who searches waits for another node. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Database database;
  private final Actors actors;
  private final RelationshipReader relationships;
  private final Abroad abroad;
  private final Domains domains;

  AccountSearch(
      Database database,
      Actors actors,
      RelationshipReader relationships,
      Abroad abroad,
      Domains domains) {
    this.database = database;
    this.actors = actors;
    this.relationships = relationships;
    this.abroad = abroad;
    this.domains = domains;
  }

  List<ActorRow> find(SearchQuery query) {
    var handle = Handle.tryParse(query.text());
    var found =
        handle.isPresent()
            ? byHandle(handle.get(), query.resolve()).stream().toList()
            : byBeginning(query);
    return shown(query, found);
  }

  private Optional<ActorRow> byHandle(Handle handle, boolean resolve) {
    return actors
        .byHandle(database, handle)
        .or(
            () ->
                resolve && domains.byAuthority(handle.authority()).isEmpty()
                    ? abroad.actor(handle, PATIENCE)
                    : Optional.empty());
  }

  private List<ActorRow> byBeginning(SearchQuery query) {
    var name = query.text().replaceFirst("^@", "");
    return name.isBlank()
        ? List.of()
        : actors.beginning(database, name, query.range().end()).stream()
            .skip(query.range().offset())
            .toList();
  }

  private List<ActorRow> shown(SearchQuery query, List<ActorRow> found) {
    var active = found.stream().filter(actor -> actor.standing().active()).toList();
    if (query.viewer() == 0 || active.isEmpty()) return active;
    var wanted =
        relationships.between(database, query.viewer(), active).stream()
            .filter(isShown(query))
            .map(Relationship::actor)
            .collect(Collectors.toSet());
    return active.stream().filter(actor -> wanted.contains(actor.id())).toList();
  }

  /** Whoever is blocked can be found, or nobody could unblock them; not whoever blocks. */
  private static Predicate<Relationship> isShown(SearchQuery query) {
    return tie -> !tie.blocking().blocked() && (!query.following() || tie.following().accepted());
  }
}
