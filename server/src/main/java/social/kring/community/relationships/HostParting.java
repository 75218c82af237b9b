package social.kring.community.relationships;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.kring.community.Foundation;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/**
 * Ends the follows between somebody and a host that she mutes, in both directions, some at a time.
 */
final class HostParting implements JobHandler {
  private static final String KIND = "relationships.part_from_host";
  private static final int BATCH = 50;

  private final Foundation base;
  private final Tables tables;
  private final Follows follows;

  HostParting(Foundation base, Tables tables, Follows follows) {
    this.base = base;
    this.tables = tables;
    this.follows = follows;
  }

  void schedule(Transaction tx, long person, String host) {
    var details = Tree.builder().put("person", person).put("host", host).build();
    base.jobs().schedule(tx, KIND, person + "@" + host, details, base.clock().instant());
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Not where the host was shown again meanwhile. */
  @Override
  public void run(Tree details) {
    var person = details.number("person").orElseThrow();
    var host = details.string("host").orElseThrow();
    while (base.database().transaction(tx -> part(tx, person, host))) {
      // Another batch may be left.
    }
  }

  private boolean part(Transaction tx, long person, String host) {
    if (tables.domainMutes().among(tx, person, List.of(host)).isEmpty()) return false;
    var some = tables.follows().abroad(tx, person, host, BATCH);
    var actors = actors(tx, some);
    some.forEach(row -> end(tx, row, actors));
    return !some.isEmpty();
  }

  private Map<Long, ActorRow> actors(Transaction tx, List<FollowRow> rows) {
    var ids =
        rows.stream()
            .flatMap(row -> List.of(row.follower(), row.followed()).stream())
            .distinct()
            .toList();
    return base.actors().byIds(tx, ids).stream()
        .collect(Collectors.toMap(ActorRow::id, Function.identity()));
  }

  private void end(Transaction tx, FollowRow row, Map<Long, ActorRow> actors) {
    var follower = actors.get(row.follower());
    var followed = actors.get(row.followed());
    if (follower.local()) {
      follows.unfollow(tx, follower, followed, EndReason.HOST_BLOCKED);
    } else {
      follows.removeFollower(tx, followed, follower, EndReason.HOST_BLOCKED);
    }
  }
}
