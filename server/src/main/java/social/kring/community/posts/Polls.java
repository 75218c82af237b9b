package social.kring.community.posts;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import social.kring.community.Foundation;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/** Voting, as people here do it. */
public final class Polls {
  private final Foundation base;
  private final Tables tables;
  private final PostFinder finder;
  private final Ballots ballots;
  private final VoteBuilder builder;
  private final PostEvents events;
  private final PollJobs jobs;

  Polls(
      Foundation base,
      Tables tables,
      PostFinder finder,
      Ballots ballots,
      VoteBuilder builder,
      PostEvents events,
      PollJobs jobs) {
    this.base = base;
    this.tables = tables;
    this.finder = finder;
    this.ballots = ballots;
    this.builder = builder;
    this.events = events;
    this.jobs = jobs;
  }

  /**
   * Votes. Nothing is taken back; where several choices may be made, more can be made later.
   *
   * @param id of the post that asks
   * @param choices by their place, the first is 0
   * @throws Problem NOT_FOUND if the voter may not see it or it asks nothing, INVALID for a choice
   *     that is none or was made before, for a second one where one may be made, and for one that
   *     comes too late, FORBIDDEN for who moved
   */
  public void vote(ActorRow voter, long id, List<Integer> choices) {
    Moved.check(voter);
    base.database()
        .transaction(
            tx -> {
              var seen = finder.require(tx, voter.id(), id);
              vote(tx, voter, tables.posts().lock(tx, seen.id()).orElseThrow(), choices);
              return null;
            });
  }

  private void vote(Transaction tx, ActorRow voter, PostRow post, List<Integer> choices) {
    var poll = post.body().poll().orElseThrow(() -> Problem.notFound("Record not found"));
    check(voter, post, poll, choices);
    if (!ballots.cast(tx, post, voter.id(), choices)) {
      throw invalid("You have already voted on this poll");
    }
    if (post.local()) {
      events.voted(tx, post.id(), voter.id(), Optional.empty());
      jobs.tellTallies(tx, post);
    } else {
      send(tx, voter, post, choices);
    }
  }

  private void check(ActorRow voter, PostRow post, PostPoll poll, List<Integer> choices) {
    if (post.author() == voter.id()) throw invalid("You cannot vote in your own poll");
    if (poll.expired(clock().instant())) throw invalid("The poll has already ended");
    if (choices.isEmpty()) throw invalid("choices can't be blank");
    if (choices.stream().distinct().count() > 1 && !poll.multiple()) {
      throw invalid("choices has more than one, and this poll takes one");
    }
    if (choices.stream().anyMatch(choice -> choice < 0 || choice >= poll.options().size())) {
      throw invalid("The chosen vote option does not exist");
    }
  }

  /** Each choice goes to the author as a message of its own, as all who count them expect it. */
  private void send(Transaction tx, ActorRow voter, PostRow post, List<Integer> choices) {
    var author = base.actors().byId(tx, post.author()).orElseThrow();
    var options = post.body().poll().orElseThrow().options();
    choices.stream()
        .distinct()
        .map(choice -> builder.vote(voter, post, author, options.get(choice).title()))
        .forEach(vote -> events.voted(tx, post.id(), voter.id(), Optional.of(vote)));
    jobs.end(tx, post);
  }

  private Clock clock() {
    return base.clock();
  }

  private static Problem invalid(String message) {
    return Problem.invalid("Validation failed: " + message);
  }
}
