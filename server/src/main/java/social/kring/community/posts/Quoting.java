package social.kring.community.posts;

import java.util.List;
import java.util.Optional;
import social.kring.community.Foundation;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/** Lets people here quote what its author lets them quote. */
final class Quoting {
  private final Tables tables;
  private final PostFinder finder;
  private final QuoteReader reader;
  private final Foundation base;

  Quoting(Foundation base, Tables tables, PostFinder finder) {
    this.base = base;
    this.tables = tables;
    this.finder = finder;
    this.reader = new QuoteReader(tables.quotes());
  }

  /**
   * The post that a draft quotes.
   *
   * @throws Problem NOT_FOUND where the author may not see it or may not quote it
   */
  Optional<PostRow> quoted(Queries queries, ActorRow author, Draft draft) {
    return draft.extras().quotes().map(id -> require(queries, author, id, draft));
  }

  private PostRow require(Queries queries, ActorRow author, long id, Draft draft) {
    var post = finder.require(queries, author.id(), id);
    if (answer(queries, author.id(), post) != QuoteStanding.Answer.AUTOMATIC
        || !post.local()
        || !post.open() && draft.isOpen()) {
      throw Problem.notFound("The post you are trying to quote does not appear to exist.");
    }
    return post;
  }

  QuoteStanding.Answer answer(Queries queries, long quoter, PostRow post) {
    var standing = reader.standings(queries, quoter, List.of(post.author())).get(post.author());
    return standing.answer(post, policy(queries, post));
  }

  QuotePolicy policy(Queries queries, PostRow post) {
    return tables
        .quoteRules()
        .of(queries, List.of(post.id()))
        .getOrDefault(post.id(), QuotePolicy.usual(post));
  }

  private FediUrl stamp(Queries queries, PostRow quoted) {
    return base.minting().object(base.actors().byId(queries, quoted.author()).orElseThrow());
  }

  /** Its author agrees beforehand. */
  void accepted(Transaction tx, PostRow quoting, PostRow quoted) {
    var quote =
        new PostQuote(
            quoted.uri(),
            Optional.of(quoted.id()),
            QuoteState.ACCEPTED,
            false,
            Optional.of(stamp(tx, quoted)));
    tables.quotes().insert(tx, quoting.id(), quote);
    tables.quotes().count(tx, quoted.id(), 1);
  }
}
