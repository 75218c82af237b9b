package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Queries;
import social.kring.protocol.activitystreams.Audience;
import social.kring.protocol.url.FediUrl;

/** Whether what peers send concerns anybody here; a node is no archive of the world. */
final class Relevance {
  private final Actors actors;
  private final PostTable posts;

  Relevance(Actors actors, PostTable posts) {
    this.actors = actors;
    this.posts = posts;
  }

  /** It names somebody here, is by somebody followed here, or answers one of either. */
  boolean concerns(
      Queries queries, FediUrl author, Audience audience, Optional<FediUrl> inReplyTo) {
    return isFollowed(queries, author)
        || namesSomebodyHere(queries, audience)
        || inReplyTo
            .flatMap(uri -> posts.byUri(queries, uri))
            .filter(p -> counts(queries, p))
            .isPresent();
  }

  private boolean counts(Queries queries, PostRow parent) {
    return !parent.deleted() && (parent.local() || isFollowed(queries, parent.author()));
  }

  boolean isFollowed(Queries queries, FediUrl actor) {
    return actors.byUri(queries, actor).filter(row -> isFollowed(queries, row.id())).isPresent();
  }

  /** Of an actor from elsewhere only the followers here are known. */
  boolean isFollowed(Queries queries, long actor) {
    return queries.exists(
        "SELECT FROM follow_accepted WHERE followed_id = $1 LIMIT 1", Tuple.of(actor));
  }

  /** Those of actors from elsewhere whom somebody here follows. */
  Set<Long> followed(Queries queries, Collection<Long> actors) {
    return Set.copyOf(
        queries.list(
            """
            SELECT asked.id
              FROM unnest($1::bigint[]) AS asked (id)
             WHERE EXISTS (SELECT FROM follow_accepted WHERE followed_id = asked.id)
            """,
            Tuple.tuple().addArrayOfLong(actors.stream().distinct().toArray(Long[]::new)),
            row -> row.getLong("id")));
  }

  private boolean namesSomebodyHere(Queries queries, Audience audience) {
    return actors.byUris(queries, audience.named()).stream().anyMatch(ActorRow::local);
  }
}
