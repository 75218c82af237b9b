package social.kring.community.posts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.Authority;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.Needs;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.federation.receiving.Received;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Create;
import social.kring.protocol.activitystreams.Post;
import social.kring.protocol.url.FediUrl;

/** Somebody elsewhere published a post. ActivityPub §7.2. */
final class CreateHandler implements ActivityHandler<Create> {
  private final Actors actors;
  private final Relevance relevance;
  private final Intake intake;
  private final BulkIntake bulk;
  private final VoteIntake votes;

  CreateHandler(
      Actors actors, Relevance relevance, Intake intake, BulkIntake bulk, VoteIntake votes) {
    this.votes = votes;
    this.actors = actors;
    this.relevance = relevance;
    this.intake = intake;
    this.bulk = bulk;
  }

  @Override
  public Class<Create> activity() {
    return Create.class;
  }

  @Override
  public Set<ObjectKind> objects() {
    return Set.of(ObjectKind.POST);
  }

  /** What everyone may see harms nobody when it is passed on. */
  @Override
  public Authority authority(Received<Create> received) {
    var create = received.activity();
    return create.audience().isPublic()
        ? received.signedOrProvenBy(create.actor())
        : received.signedBy(create.actor());
  }

  /** Whoever signed it is known by the key. */
  @Override
  public Needs needs(Received<Create> received, Fetched fetched, Queries queries) {
    var create = received.activity();
    var post = Offered.by(create.actor(), create.object(), fetched);
    if (post.isPresent() && received.signer().equals(create.actor())) return Needs.NONE;
    if (!concerns(queries, create, post)) return Needs.NONE;
    if (post.isEmpty()) return create.object().id().map(Needs::object).orElse(Needs.NONE);
    return Needs.actors(Set.of(create.actor()));
  }

  @Override
  public Outcome handle(Received<Create> received, Fetched fetched, Transaction tx) {
    var create = received.activity();
    var post = Offered.by(create.actor(), create.object(), fetched);
    if (post.isEmpty() || !concerns(tx, create, post)) return Outcome.done();
    if (!post.get().attributedTo().equals(create.actor())) {
      return Outcome.refused(create.actor() + " did not write " + post.get().uri());
    }
    return author(tx, create.actor(), fetched)
        .map(author -> take(tx, create, post.get(), author))
        .orElseGet(Outcome::done);
  }

  /** Votes are counted, and never shown. */
  private Outcome take(Transaction tx, Create create, Post post, ActorRow author) {
    if (VoteIntake.isVote(post)) return votes.take(tx, author, VoteIntake.votes(create, post));
    intake.take(tx, post, author, Intake.Occasion.NEWS);
    return Outcome.done();
  }

  /** What all have in common comes in together; what is left is looked at one by one. */
  @Override
  public List<Outcome> handleAll(List<Gathered<Create>> all, Transaction tx) {
    if (all.size() == 1) return ActivityHandler.super.handleAll(all, tx);
    var came = bulk.take(tx, all.stream().flatMap(each -> plain(each).stream()).toList());
    return all.stream()
        .map(
            each ->
                plain(each).filter(post -> came.contains(post.uri())).isPresent()
                    ? Outcome.done()
                    : handle(each.received(), each.fetched(), tx))
        .toList();
  }

  private static Optional<Post> plain(Gathered<Create> gathered) {
    var create = gathered.received().activity();
    return Offered.by(create.actor(), create.object(), gathered.fetched())
        .filter(post -> post.attributedTo().equals(create.actor()))
        .filter(BulkIntake::isPlain);
  }

  private Optional<ActorRow> author(Transaction tx, FediUrl actor, Fetched fetched) {
    return fetched.actor(actor).or(() -> actors.byUri(tx, actor));
  }

  private boolean concerns(Queries queries, Create create, Optional<Post> post) {
    return relevance.concerns(
        queries,
        create.actor(),
        post.map(Post::audience).orElse(create.audience()),
        post.flatMap(Post::inReplyTo));
  }
}
