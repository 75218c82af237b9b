package social.kring.community.posts;

import java.util.Optional;
import social.kring.community.DocumentSource;
import social.kring.community.Reader;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Database;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Stamps by which authors here agree to be quoted, at their addresses. FEP-044f. */
final class QuoteDocuments implements DocumentSource {
  private final Database database;
  private final Actors actors;
  private final Tables tables;

  QuoteDocuments(Database database, Actors actors, Tables tables) {
    this.database = database;
    this.actors = actors;
    this.tables = tables;
  }

  /** A stamp is as private as both posts. */
  @Override
  public Optional<Served> find(FediUrl id, Reader reader) {
    var viewer = reader.actor().orElse(0L);
    return tables
        .quotes()
        .stamped(database, id)
        .flatMap(post -> tables.posts().visible(database, viewer, post))
        .flatMap(quoting -> stamp(id, quoting, viewer))
        .map(document -> new Served(document, Optional.empty(), false));
  }

  private Optional<Tree> stamp(FediUrl id, PostRow quoting, long viewer) {
    var quote = tables.quotes().of(database, quoting.id());
    return quote
        .flatMap(PostQuote::post)
        .flatMap(post -> tables.posts().visible(database, viewer, post))
        .flatMap(quoted -> actors.byId(database, quoted.author()))
        .filter(ActorRow::local)
        .map(author -> QuoteDocument.stamp(id, quoting, quote.orElseThrow(), author.uri()));
  }
}
