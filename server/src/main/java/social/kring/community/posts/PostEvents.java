package social.kring.community.posts;

import java.util.List;
import java.util.Optional;
import social.kring.platform.events.Events;
import social.kring.platform.events.Happening;
import social.kring.platform.events.Publication;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/** Records what happened to posts. Subject is the post; the details name who did it. */
final class PostEvents {
  private final Events events;

  PostEvents(Events events) {
    this.events = events;
  }

  /** Posts from elsewhere, of which peers hear nothing from here. */
  void cameIn(Transaction tx, List<PostRow> posts) {
    events.recordHere(
        tx,
        posts.stream()
            .map(post -> Happening.here("post.created", post.id(), by(post.author())))
            .toList());
  }

  void created(Transaction tx, PostRow post, Optional<Publication> publication) {
    record(tx, "post.created", post.id(), by(post.author()), publication);
  }

  /** Came to be known without being news: an older post of a profile or a thread. */
  void found(Transaction tx, PostRow post) {
    record(tx, "post.found", post.id(), by(post.author()), Optional.empty());
  }

  void edited(Transaction tx, PostRow post, Optional<Publication> publication) {
    record(tx, "post.edited", post.id(), by(post.author()), publication);
  }

  void deleted(Transaction tx, PostRow post, Optional<Publication> publication) {
    record(tx, "post.deleted", post.id(), by(post.author()), publication);
  }

  /** Deleted with all else of their author's, of which peers hear at once. */
  void purged(Transaction tx, long author, List<Long> posts) {
    events.recordHere(
        tx, posts.stream().map(id -> Happening.here("post.deleted", id, by(author))).toList());
  }

  void favourited(Transaction tx, long post, long actor, Optional<Publication> publication) {
    record(tx, "post.favourited", post, by(actor), publication);
  }

  void unfavourited(Transaction tx, long post, long actor, Optional<Publication> publication) {
    record(tx, "post.unfavourited", post, by(actor), publication);
  }

  void boosted(Transaction tx, BoostRow boost, Optional<Publication> publication) {
    record(
        tx,
        "post.boosted",
        boost.post(),
        by(boost.booster()).with("boost", boost.id()),
        publication);
  }

  /** Known to this node alone. */
  void bookmarked(Transaction tx, long post, long actor) {
    record(tx, "post.bookmarked", post, by(actor), Optional.empty());
  }

  void unboosted(Transaction tx, BoostRow boost, Optional<Publication> publication) {
    record(
        tx,
        "post.unboosted",
        boost.post(),
        by(boost.booster()).with("boost", boost.id()),
        publication);
  }

  /** Quoted with its author's consent; the subject is the post that quotes. */
  void quoted(Transaction tx, PostRow quoting) {
    record(tx, "post.quoted", quoting.id(), by(quoting.author()), Optional.empty());
  }

  /** An author has taken back that a post may quote hers. */
  void unquoted(Transaction tx, PostRow quoting, long author, Optional<Publication> publication) {
    record(tx, "post.unquoted", quoting.id(), by(author), publication);
  }

  void voted(Transaction tx, long post, long voter, Optional<Publication> publication) {
    record(tx, "post.voted", post, by(voter), publication);
  }

  /** A poll stands otherwise, without anybody having edited anything. */
  void tallied(Transaction tx, PostRow post, Optional<Publication> publication) {
    record(tx, "post.tallied", post.id(), by(post.author()), publication);
  }

  void pollEnded(Transaction tx, PostRow post, Optional<Publication> publication) {
    record(tx, "poll.ended", post.id(), by(post.author()), publication);
  }

  void pinned(Transaction tx, PostRow post, Optional<Publication> publication) {
    record(tx, "post.pinned", post.id(), by(post.author()), publication);
  }

  void unpinned(Transaction tx, PostRow post, Optional<Publication> publication) {
    record(tx, "post.unpinned", post.id(), by(post.author()), publication);
  }

  private void record(
      Transaction tx, String kind, long post, Tree details, Optional<Publication> publication) {
    events.record(tx, new Happening(kind, post, details, publication));
  }

  private static Tree by(long actor) {
    return Tree.builder().put("actor", actor).build();
  }
}
