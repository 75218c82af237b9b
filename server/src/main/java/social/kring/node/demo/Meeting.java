package social.kring.node.demo;

/** People find each other across nodes and follow. */
final class Meeting {
  private final Cast cast;
  private final Patience patience;

  Meeting(Cast cast, Patience patience) {
    this.cast = cast;
    this.patience = patience;
  }

  void tell(Story story) {
    story.chapter("They meet");
    story.step("Everybody introduces themselves", this::introductions);
    story.step(
        "Bob at Globex finds Alice at Acme by her handle", () -> finds(cast.bob(), cast.alice()));
    follow(story, cast.bob(), cast.alice(), "Bob follows Alice, and Acme's node knows");
    follow(story, cast.alice(), cast.bob(), "Alice follows Bob back, and Globex's node knows");
    follow(story, cast.nora(), cast.alice(), "Nora follows Alice from her own node");
    follow(story, cast.mia(), cast.nora(), "Mia at Globex follows Nora");
    follow(story, cast.bob(), cast.sam(), "Bob follows Sam at Acme");
    follow(story, cast.alice(), cast.sam(), "Alice follows Sam, who works next door");
    follow(story, cast.gus(), cast.alice(), "Gus at Globex follows Alice");
  }

  private void introductions() {
    cast.alice().introduce("Alice Jansen", "Builds bridges at Acme, mostly small ones.");
    cast.sam().introduce("Sam Ortiz", "At Acme. For now.");
    cast.bob().introduce("Bob Okafor", "Globex. Backend, bicycles, bread.");
    cast.mia().introduce("Mia Lund", "Globex. Reads more than she writes.");
    cast.gus().introduce("Gus", "I have opinions.");
    cast.nora().introduce("Nora Vance", "Left Acme in spring, kept everybody.");
    cast.samElsewhere().introduce("Sam Ortiz", "Between jobs, among friends.");
  }

  private void finds(Person seeker, Person sought) {
    var found =
        patience.until(
            sought.handle() + " to be found at " + seeker.where(), () -> seeker.find(sought));
    var shown = "@" + found.string("acct").orElse("");
    if (!shown.equals(sought.handle())) {
      throw new Unmet("expected " + sought.handle() + " at " + seeker.where() + ", not " + shown);
    }
  }

  private void follow(Story story, Person follower, Person followed, String title) {
    story.step(
        title,
        () -> {
          follower.follow(followed);
          patience.until(
              "%s to hear at %s that %s follows"
                  .formatted(followed.name(), followed.where(), follower.handle()),
              () -> followed.notification("follow", follower));
          patience.untilTrue(
              "the follow of %s to be accepted at %s"
                  .formatted(followed.handle(), follower.where()),
              () -> follower.relationshipWith(followed).flag("following").orElse(false));
        });
  }
}
