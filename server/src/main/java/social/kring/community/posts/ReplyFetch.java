package social.kring.community.posts;

import java.util.List;
import java.util.stream.Stream;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.protocol.json.Tree;

/** Fetches what was answered elsewhere in a thread that somebody here reads. */
final class ReplyFetch implements JobHandler {
  static final String KIND = "posts.fetch_replies";

  private final Database database;
  private final PostTable posts;
  private final ThreadErrands errands;

  ReplyFetch(Database database, PostTable posts, ThreadErrands errands) {
    this.database = database;
    this.posts = posts;
    this.errands = errands;
  }

  /**
   * @param root where the thread begins, as far as it is known
   * @param read the post that is read
   */
  static Tree details(long root, long read) {
    return Tree.builder().put("root", root).put("read", read).build();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean asksOthers() {
    return true;
  }

  @Override
  public void run(Tree details) {
    var root = details.number("root").orElseThrow();
    var starts =
        Stream.of(details.number("read").orElseThrow(), root)
            .distinct()
            .flatMap(id -> posts.byId(database, id).stream())
            .filter(post -> !post.local() && !post.deleted() && post.open())
            .toList();
    if (starts.isEmpty()) return;
    errands.go(
        new ThreadErrands.Task(KIND, Long.toString(root), details),
        starts.getFirst().uri(),
        starts.stream().flatMap(post -> post.thread().conversation().stream()).findFirst(),
        errand -> visit(root, starts, errand));
  }

  private void visit(long root, List<PostRow> starts, ThreadErrand errand) {
    if (!errands.isTimeToVisit(root)) return;
    var walk = new ThreadWalk(errand, uri -> posts.byUri(database, uri));
    starts.forEach(walk::begin);
    walk.go();
  }
}
