package social.kring.community.relationships;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.community.PageRequest;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** Lets the local followers of an actor that moved follow it to its new place, some at a time. */
final class FollowAlong implements JobHandler {
  static final String KIND = "relationships.follow_along";

  private static final Logger log = LoggerFactory.getLogger(FollowAlong.class);
  private static final int BATCH = 50;

  private final Actors actors;
  private final FollowTable table;
  private final Follows follows;
  private final Database database;

  FollowAlong(Actors actors, FollowTable table, Follows follows, Database database) {
    this.actors = actors;
    this.table = table;
    this.follows = follows;
    this.database = database;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Tree details) {
    var from = actors.byId(database, details.number("from").orElseThrow()).orElseThrow();
    var to = actors.byId(database, details.number("to").orElseThrow()).orElseThrow();
    var before = Long.MAX_VALUE;
    for (var page = page(from, before); !page.isEmpty(); page = page(from, before)) {
      before = page.getLast().id();
      var batch = page;
      database.transaction(
          tx -> {
            moveAll(tx, batch, from, to);
            return null;
          });
    }
  }

  private List<Edge> page(ActorRow from, long before) {
    return table.followers(database, from.id(), PageRequest.olderThan(before, BATCH));
  }

  private void moveAll(Transaction tx, List<Edge> page, ActorRow from, ActorRow to) {
    Map<Long, ActorRow> known =
        actors.byIds(tx, page.stream().map(Edge::actor).toList()).stream()
            .collect(Collectors.toMap(ActorRow::id, Function.identity()));
    page.stream()
        .map(edge -> known.get(edge.actor()))
        .filter(follower -> follower != null && follower.local() && follower.id() != to.id())
        .forEach(follower -> move(tx, follower, from, to));
  }

  private void move(Transaction tx, ActorRow follower, ActorRow from, ActorRow to) {
    var preferences =
        table
            .between(tx, follower.id(), from.id())
            .map(FollowRow::preferences)
            .orElse(FollowPreferences.DEFAULT);
    try {
      follows.follow(tx, follower, to, preferences);
      follows.unfollow(tx, follower, from, EndReason.MOVED);
    } catch (Problem refused) {
      log.atInfo()
          .addKeyValue("target", to.uri())
          .addKeyValue("reason", refused.getMessage())
          .log("a follower does not go along");
    }
  }
}
