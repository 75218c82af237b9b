package social.kring.community.posts;

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

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Tree details) {
    var post = details.number("post").orElseThrow();
    var named =
        details.ids("actors").stream()
            .limit(MOST)
            .flatMap(uri -> actor(uri).stream())
            .map(ActorRow::id)
            .toList();
    database.transaction(
        tx -> {
          mentions.insert(tx, post, Mentions.named(named));
          return null;
        });
  }

  private Optional<ActorRow> actor(FediUrl uri) {
    return actors.byUri(database, uri).or(() -> abroad.actor(uri));
  }
}
