package social.kring.community.relationships;

import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import social.kring.community.PageRequest;
import social.kring.community.Reader;
import social.kring.community.relationships.Relationship.Blocking;
import social.kring.community.relationships.Relationship.Followed;
import social.kring.community.relationships.Relationship.Following;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Queries;

/** Reads ties between actors, for all doors. Whole batches take a fixed number of queries. */
public final class RelationshipReader {
  private final Tables tables;
  private final Clock clock;

  RelationshipReader(Tables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /** How the viewer stands to each of the others, in their order. */
  public List<Relationship> between(Queries queries, long viewer, List<ActorRow> others) {
    var ids = others.stream().map(ActorRow::id).toList();
    var following = tables.follows().from(queries, viewer, ids);
    var followed = tables.follows().towards(queries, viewer, ids);
    var blocking = tables.blocks().between(queries, viewer, ids);
    var muting = tables.mutes().among(queries, viewer, ids, clock.instant());
    var notes = tables.notes().about(queries, viewer, ids);
    var hosts = tables.domainMutes().among(queries, viewer, hostsOf(others));
    return others.stream()
        .map(
            other ->
                new Relationship(
                    other.id(),
                    following.getOrDefault(other.id(), Following.NONE),
                    followed.getOrDefault(other.id(), Followed.NOT),
                    blocking.getOrDefault(other.id(), Blocking.NONE),
                    Optional.ofNullable(muting.get(other.id())),
                    !other.local() && hosts.contains(other.handle().authority()),
                    notes.getOrDefault(other.id(), "")))
        .toList();
  }

  /** Counts by actor id; an actor without any follow is absent. */
  public Map<Long, FollowCounts> counts(Queries queries, Collection<Long> actors) {
    return tables.counts().of(queries, actors);
  }

  /** Who follows an actor, the newest follow first. */
  public List<Edge> followers(Queries queries, long of, PageRequest page) {
    return tables.follows().followers(queries, of, page);
  }

  /** Whom an actor follows, the newest follow first. */
  public List<Edge> following(Queries queries, long of, PageRequest page) {
    return tables.follows().following(queries, of, page);
  }

  /** Who follows an actor, as a viewer sees it; 0 is the public. */
  public List<Edge> followers(Queries queries, long viewer, long of, PageRequest page) {
    return tables.follows().followersFor(queries, viewer, of, page);
  }

  /** Whom an actor follows, as a viewer sees it; 0 is the public. */
  public List<Edge> following(Queries queries, long viewer, long of, PageRequest page) {
    return tables.follows().followingFor(queries, viewer, of, page);
  }

  /** Whom an actor recommends, as a viewer sees it; 0 is the public. */
  public List<Edge> endorsed(Queries queries, long viewer, long of, PageRequest page) {
    return tables.follows().endorsedFor(queries, viewer, of, page);
  }

  /** Whom the viewer follows who follow each of these, by those. */
  public Map<Long, List<Long>> familiar(
      Queries queries, long viewer, Collection<Long> others, int most) {
    return tables.follows().familiar(queries, viewer, others, most);
  }

  /** Who asks to follow an actor, the newest first. */
  public List<Edge> requests(Queries queries, long of, PageRequest page) {
    return tables.follows().requests(queries, of, page);
  }

  /** Whether the first is an accepted follower of the second. */
  public boolean follows(Queries queries, long follower, long followed) {
    return tables
        .follows()
        .between(queries, follower, followed)
        .filter(FollowRow::accepted)
        .isPresent();
  }

  /** Whether somebody must not see this actor, since either of the two blocks the other. */
  public boolean blocked(Queries queries, Reader asking, ActorRow owner) {
    return asking
        .actor()
        .filter(viewer -> tables.blocks().existBetween(queries, viewer, owner.id()))
        .isPresent();
  }

  /**
   * Which of these viewers see nothing of which of these authors, since one blocks the other or the
   * viewer has muted the author.
   */
  public List<Aversion> averse(
      Queries queries, Collection<Long> viewers, Collection<Long> authors) {
    return queries.list(
        """
        SELECT viewer_id, hidden_id AS author_id
          FROM hidden_from
         WHERE viewer_id = ANY ($1) AND hidden_id = ANY ($2)
        UNION
        SELECT viewer_id, muted_id
          FROM muted_by
         WHERE viewer_id = ANY ($1) AND muted_id = ANY ($2)
        """,
        Tuple.tuple()
            .addArrayOfLong(viewers.toArray(Long[]::new))
            .addArrayOfLong(authors.toArray(Long[]::new)),
        row -> new Aversion(row.getLong("viewer_id"), row.getLong("author_id")));
  }

  /** Which of these viewers follow each of these, by those whom they follow. */
  public Map<Long, List<Long>> followersAmong(
      Queries queries, Collection<Long> viewers, Collection<Long> followed) {
    return queries
        .list(
            """
            SELECT followed_id, follower_id
              FROM follow_accepted
             WHERE followed_id = ANY ($2) AND follower_id = ANY ($1)
            """,
            Tuple.tuple()
                .addArrayOfLong(viewers.toArray(Long[]::new))
                .addArrayOfLong(followed.toArray(Long[]::new)),
            row -> Map.entry(row.getLong("followed_id"), row.getLong("follower_id")))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static List<String> hostsOf(List<ActorRow> actors) {
    return actors.stream().map(actor -> actor.handle().authority()).distinct().toList();
  }
}
