package social.kring.community.posts;

import java.time.Clock;
import java.time.Duration;
import social.kring.platform.jobs.Jobs;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/** What is to be done about polls later. */
final class PollJobs {

  /** Many votes make one message. */
  private static final Duration TALLIES_WAIT = Duration.ofMinutes(1);

  private final Jobs jobs;
  private final Clock clock;

  PollJobs(Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Peers learn how many took what. */
  void tellTallies(Transaction tx, PostRow post) {
    jobs.schedule(
        tx, TallyNews.KIND, text(post), details(post), clock.instant().plus(TALLIES_WAIT));
  }

  /** When it ends, people are told. A poll that ends at another time has another such job. */
  void end(Transaction tx, PostRow post) {
    post.body()
        .poll()
        .flatMap(PostPoll::expiresAt)
        .ifPresent(
            at ->
                jobs.schedule(
                    tx, PollEnding.KIND, text(post) + "/" + at.toEpochMilli(), details(post), at));
  }

  private static String text(PostRow post) {
    return Long.toString(post.id());
  }

  private static Tree details(PostRow post) {
    return Tree.builder().put("post", post.id()).build();
  }
}
