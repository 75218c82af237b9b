package social.kring.community.posts;

import java.util.List;
import java.util.Optional;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Finds out who is named in a post from elsewhere, so that whoever answers can name them too. */
final class MentionFetch implements JobHandler {
  static final String KIND = "posts.fetch_mentions";

  private static final int MOST = 10;

  private final Database database;
  private final Actors actors;
  private final MentionTable mentions;
  private final Abroad abroad;

  MentionFetch(Database database, Actors actors, MentionTable mentions, Abroad abroad) {
    this.database = database;
    this.actors = actors;
    this.mentions = mentions;
    this.abroad = abroad;
  }

  /**
   * @param asks whether those may be asked for who are not known here
   */
  static Tree details(long post, List<FediUrl> actors, boolean asks) {
    return Tree.builder().put("post", post).put("actors", actors).put("asks", asks).build();
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
    var post = details.number("post").orElseThrow();
    var asks = details.flag("asks").orElse(true);
    var named =
        details.ids("actors").stream()
            .limit(MOST)
            .flatMap(uri -> actor(uri, asks).stream())
            .map(ActorRow::id)
            .toList();
    database.transaction(
        tx -> {
          mentions.insert(tx, post, Mentions.named(named));
          return null;
        });
  }

  private Optional<ActorRow> actor(FediUrl uri, boolean asks) {
    var known = actors.byUri(database, uri);
    return known.isPresent() || !asks ? known : abroad.actor(uri);
  }
}
