package social.kring.community.posts;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import social.kring.platform.storage.Transaction;

/** Counts votes, each voter once, and tallies equal to what was counted. */
final class Ballots {
  private final VoteTable votes;
  private final PostStore store;
  private final Clock clock;

  Ballots(VoteTable votes, PostStore store, Clock clock) {
    this.votes = votes;
    this.store = store;
    this.clock = clock;
  }

  boolean hasVoted(Transaction tx, PostRow post, long voter) {
    return votes.hasVoted(tx, post.id(), voter);
  }

  /**
   * Counts what is new of somebody's choices.
   *
   * @param post held by this transaction
   * @return whether anything was
   */
  boolean cast(Transaction tx, PostRow post, long voter, List<Integer> choices) {
    var isFirst = !hasVoted(tx, post, voter);
    if (!isFirst && !poll(post).multiple()) return false;
    var counted =
        choices.stream()
            .distinct()
            .filter(choice -> votes.insert(tx, post.id(), voter, choice, clock.instant()))
            .toList();
    if (!counted.isEmpty()) store.refresh(tx, tallied(post, counted, isFirst));
    return !counted.isEmpty();
  }

  private static PostPoll poll(PostRow post) {
    return post.body().poll().orElseThrow();
  }

  private static PostRow tallied(PostRow post, List<Integer> choices, boolean isFirst) {
    var poll = poll(post);
    var options =
        IntStream.range(0, poll.options().size())
            .mapToObj(i -> counted(poll.options().get(i), choices.contains(i)))
            .toList();
    var voters = poll.votersCount().map(count -> isFirst ? count + 1 : count);
    return post.with(post.body().with(poll.with(options, voters)));
  }

  private static PostPoll.Option counted(PostPoll.Option option, boolean chosen) {
    return chosen ? new PostPoll.Option(option.title(), option.votes() + 1) : option;
  }
}
