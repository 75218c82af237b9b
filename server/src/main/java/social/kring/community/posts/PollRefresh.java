package social.kring.community.posts;

import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.protocol.activitystreams.Post;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Asks how a poll elsewhere stands. */
final class PollRefresh implements JobHandler {
  static final String KIND = "posts.refresh_poll";

  private final Database database;
  private final PostTable posts;
  private final Revision revision;
  private final Abroad abroad;

  PollRefresh(Database database, PostTable posts, Revision revision, Abroad abroad) {
    this.database = database;
    this.posts = posts;
    this.revision = revision;
    this.abroad = abroad;
  }

  static Tree details(PostRow post) {
    return Tree.builder().put("post", post.uri()).build();
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
    var uri = details.id("post").orElseThrow();
    abroad.object(uri).flatMap(Offered::post).ifPresent(post -> apply(uri, post));
  }

  private void apply(FediUrl uri, Post post) {
    database.transaction(
        tx -> {
          posts
              .lockByUri(tx, uri)
              .filter(known -> !known.local() && !known.deleted() && post.uri().equals(uri))
              .filter(known -> ForeignPosts.isSound(post))
              .ifPresent(known -> revision.apply(tx, known, post));
          return null;
        });
  }
}
