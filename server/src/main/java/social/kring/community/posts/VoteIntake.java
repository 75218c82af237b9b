package social.kring.community.posts;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.receiving.Outcome;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Create;
import social.kring.protocol.activitystreams.ObjectReference;
import social.kring.protocol.activitystreams.Post;

/**
 * Takes in votes from elsewhere: notes that answer a poll, are named like a choice, and say
 * nothing. They are counted and never shown. What comes late, or again, counts for nothing.
 */
final class VoteIntake {
  private static final int MOST = 32;

  private final PostTable posts;
  private final Ballots ballots;
  private final PostEvents events;
  private final PollJobs jobs;
  private final Clock clock;

  VoteIntake(PostTable posts, Ballots ballots, PostEvents events, PollJobs jobs, Clock clock) {
    this.posts = posts;
    this.ballots = ballots;
    this.events = events;
    this.jobs = jobs;
    this.clock = clock;
  }

  static boolean isVote(Post post) {
    return post.inReplyTo().isPresent()
        && post.content().name().isPresent()
        && post.content().html().isBlank()
        && post.attachments().isEmpty();
  }

  /** Some send all choices in one Create. */
  static List<Post> votes(Create create, Post first) {
    var others =
        create.tree().objects("object").stream()
            .skip(1)
            .limit(MOST)
            .flatMap(each -> ObjectReference.of(each).stream())
            .flatMap(each -> each.embedded().stream())
            .flatMap(each -> Offered.post(each).stream())
            .filter(each -> isVote(each) && each.attributedTo().equals(create.actor()))
            .filter(each -> each.inReplyTo().equals(first.inReplyTo()));
    return Stream.concat(Stream.of(first), others).toList();
  }

  /**
   * @param votes of one voter in one poll
   */
  Outcome take(Transaction tx, ActorRow voter, List<Post> votes) {
    var asked = asked(tx, voter, votes.getFirst());
    if (asked.isEmpty() || !voter.standing().active()) return Outcome.done();
    var post = asked.get();
    var poll = post.body().poll().orElseThrow();
    if (poll.expired(clock.instant())) return Outcome.refused(post.uri() + " has ended");
    var choices = votes.stream().flatMap(vote -> choice(poll, vote).stream()).toList();
    if (choices.isEmpty()) return Outcome.refused(post.uri() + " has no such choice");
    if (choices.size() > 1 && !poll.multiple()) {
      return Outcome.refused(post.uri() + " takes one choice");
    }
    if (ballots.cast(tx, post, voter.id(), choices)) {
      events.voted(tx, post.id(), voter.id(), Optional.empty());
      jobs.tellTallies(tx, post);
    }
    return Outcome.done();
  }

  private Optional<PostRow> asked(Transaction tx, ActorRow voter, Post vote) {
    return vote.inReplyTo()
        .flatMap(uri -> posts.visible(tx, voter.id(), uri))
        .flatMap(post -> posts.lock(tx, post.id()))
        .filter(post -> post.local() && !post.deleted() && post.body().poll().isPresent());
  }

  private static Optional<Integer> choice(PostPoll poll, Post vote) {
    var name = vote.content().name().orElse("");
    return IntStream.range(0, poll.options().size())
        .filter(i -> poll.options().get(i).title().equals(name))
        .boxed()
        .findFirst();
  }
}
