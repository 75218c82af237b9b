package social.kring.federation.actors;

import social.kring.federation.remote.RemoteDocuments;
import social.kring.platform.domains.Domains;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Actor;
import social.kring.protocol.activitystreams.ApObject;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** The documents of actors and keys elsewhere, asked for no more often than is decent. */
final class ActorDocuments {
  private final RemoteDocuments documents;
  private final Domains domains;
  private final Newcomers newcomers;
  private final ActorTable table;
  private final Database database;

  ActorDocuments(
      RemoteDocuments documents,
      Domains domains,
      Newcomers newcomers,
      ActorTable table,
      Database database) {
    this.documents = documents;
    this.domains = domains;
    this.newcomers = newcomers;
    this.table = table;
    this.database = database;
  }

  /** The actor at this very address, by its own document. */
  Actor fetch(FediUrl uri) {
    var actor = actor(read(uri));
    if (actor.uri().equals(uri)) return actor;
    throw Problem.upstream(uri.text() + " is another actor, " + actor.uri().text());
  }

  /**
   * Whose key lies at an address, by the owner's own document. GoToSocial's keys have addresses of
   * their own.
   */
  Actor fetchOwner(FediUrl key) {
    var document = read(key);
    if (Actor.TYPES.stream().anyMatch(document.strings("type")::contains)) return actor(document);
    var owner =
        document
            .id("owner")
            .or(() -> document.id("controller"))
            .orElseThrow(() -> Problem.upstream(key.text() + " is neither a key nor an actor"));
    return fetch(owner);
  }

  private Tree read(FediUrl url) {
    if (domains.serves(url)) throw Problem.notFound("There is nobody here at " + url.text());
    var place = url.withoutFragment();
    if (table.byUri(database, place).isEmpty()) newcomers.admit(database, place);
    return documents.fetch(url);
  }

  private static Actor actor(Tree document) {
    try {
      if (ApObject.parse(document) instanceof Actor actor) return actor;
    } catch (Problem malformed) {
      throw Problem.upstream("The actor's document cannot be read: " + malformed.getMessage());
    }
    throw Problem.upstream(document.id("id").map(FediUrl::text).orElse("It") + " is no actor");
  }
}
