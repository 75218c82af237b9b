package social.kring.community.posts;

import java.util.List;
import java.util.Optional;
import social.kring.community.Foundation;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.events.Publication;
import social.kring.platform.events.Publication.Recipients;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Audience;
import social.kring.protocol.url.FediUrl;

/** What authors here say to being quoted. FEP-044f. */
public final class Quotes {
  private final Foundation base;
  private final Tables tables;
  private final Envelope envelope;
  private final PostEvents events;

  Quotes(Foundation base, Tables tables, Envelope envelope, PostEvents events) {
    this.envelope = envelope;
    this.events = events;
    this.base = base;
    this.tables = tables;
  }

  /**
   * Takes back that a post may be quoted by another, which its author need not see: whoever quotes
   * and hides from her quotes her still. Nothing happens if it is taken back already.
   *
   * @throws Problem NOT_FOUND where one of them is not hers, or the other does not quote it
   */
  public void revoke(ActorRow author, long quoted, long quoting) {
    base.database()
        .transaction(
            tx -> {
              own(tx, author, quoted);
              revoke(tx, author, quoted, standing(tx, quoting));
              return null;
            });
  }

  private void revoke(Transaction tx, ActorRow author, long quoted, PostRow quoting) {
    var quote =
        tables
            .quotes()
            .of(tx, quoting.id())
            .filter(each -> each.post().filter(id -> id == quoted).isPresent())
            .orElseThrow(() -> Problem.notFound("Record not found"));
    if (!quote.accepted()) return;
    tables.quotes().change(tx, quoting.id(), QuoteState.REVOKED, Optional.empty());
    tables.quotes().count(tx, quoted, -1);
    var deletion = quote.authorization().map(stamp -> deletion(author, quoting, stamp));
    events.unquoted(tx, quoting, author.id(), deletion);
  }

  /** Whoever has the quote learns that the stamp is no longer there. */
  private Publication deletion(ActorRow author, PostRow quoting, FediUrl stamp) {
    var recipients =
        List.of(
            new Recipients(Reach.AUDIENCE, quoting.id()), Recipients.followers(quoting.author()));
    var addressing = new Addressing(List.of(Audience.PUBLIC), List.of(), recipients);
    return new Publication(
        author.id(), envelope.activity("Delete", author, stamp, addressing), recipients);
  }

  /**
   * Says who may quote a post from now on.
   *
   * @throws Problem NOT_FOUND if it is not the author's
   */
  public void rule(ActorRow author, long post, QuotePolicy policy) {
    base.database()
        .transaction(
            tx -> {
              var row = own(tx, author, post);
              tables.quoteRules().put(tx, post, row.open() ? policy : QuotePolicy.NOBODY);
              return null;
            });
  }

  private PostRow standing(Transaction tx, long post) {
    return tables
        .posts()
        .lock(tx, post)
        .filter(row -> !row.deleted())
        .orElseThrow(() -> Problem.notFound("Record not found"));
  }

  private PostRow own(Transaction tx, ActorRow author, long post) {
    return tables
        .posts()
        .lock(tx, post)
        .filter(row -> row.author() == author.id() && row.local() && !row.deleted())
        .orElseThrow(() -> Problem.notFound("Record not found"));
  }
}
