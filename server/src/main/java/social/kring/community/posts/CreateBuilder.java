package social.kring.community.posts;

import java.util.List;
import social.kring.platform.events.Publication;
import social.kring.protocol.json.Tree;

/** Create, Update and Delete of posts written here. ActivityPub §6.2–6.4. */
final class CreateBuilder {
  private final Envelope envelope;

  CreateBuilder(Envelope envelope) {
    this.envelope = envelope;
  }

  /** The document at the post's own address. */
  Tree note(PostRow post, Parties parties, List<String> tags) {
    return envelope.seal(parties.author(), PostDocument.note(post, parties, tags), post.open());
  }

  /** The activity as it was sent, and as the outbox shows it. */
  Tree create(PostRow post, Parties parties, List<String> tags) {
    var id = post.addresses().create().orElseThrow();
    var addressing = Addressing.of(post, parties);
    var activity =
        envelope
            .activity("Create", id, parties.author(), inner(post, parties, tags), addressing)
            .with("published", post.state().published());
    return sealed(post, parties, activity);
  }

  Publication publishCreate(PostRow post, Parties parties, List<String> tags) {
    return publication(post, parties, create(post, parties, tags), List.of());
  }

  Publication publishUpdate(PostRow post, Parties parties, List<String> tags) {
    var activity =
        envelope
            .activity(
                "Update",
                parties.author(),
                inner(post, parties, tags),
                Addressing.of(post, parties))
            .with("published", post.state().edited());
    return publication(post, parties, sealed(post, parties, activity), reached(post));
  }

  Publication publishDelete(PostRow post, Parties parties) {
    var activity =
        envelope.activity(
            "Delete", parties.author(), PostDocument.tombstone(post), Addressing.of(post, parties));
    return publication(post, parties, sealed(post, parties, activity), reached(post));
  }

  /** What everyone may see is proved on its own too, so that it can be taken out and shown. */
  private Tree inner(PostRow post, Parties parties, List<String> tags) {
    return post.open() ? note(post, parties, tags) : PostDocument.note(post, parties, tags);
  }

  private Tree sealed(PostRow post, Parties parties, Tree activity) {
    return envelope.seal(parties.author(), activity, post.open());
  }

  /** Whoever reacted has a copy, followers or not. */
  private static List<Publication.Recipients> reached(PostRow post) {
    return List.of(new Publication.Recipients(Reach.AUDIENCE, post.id()));
  }

  private static Publication publication(
      PostRow post, Parties parties, Tree activity, List<Publication.Recipients> more) {
    var recipients =
        java.util.stream.Stream.concat(
                Addressing.of(post, parties).recipients().stream(), more.stream())
            .toList();
    return new Publication(parties.author().id(), activity, recipients);
  }
}
