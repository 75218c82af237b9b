package social.kring.node.demo;

import io.vertx.core.Vertx;
import java.nio.file.Path;

/** An app that people have already, and that knows nothing of Kring, finds all it needs. */
final class Visiting {
  private final Cast cast;
  private final Patience patience;
  private final Vertx vertx;
  private final Path directory;

  /**
   * @param directory where the app may keep what it knows
   */
  Visiting(Cast cast, Patience patience, Vertx vertx, Path directory) {
    this.cast = cast;
    this.patience = patience;
    this.vertx = vertx;
    this.directory = directory;
  }

  void tell(Story story) {
    story.chapter("They bring the app that they have");
    if (!Toot.isInstalled()) {
      story.aside("toot is not installed (Debian: apt install toot), so this is left out");
      return;
    }
    try (var toot = new Toot(vertx, directory)) {
      story.step(
          "Alice signs in to Acme's node with toot, an app of others",
          () -> toot.signIn(cast.alice(), Seats.PASSWORD));
      story.step("… and sees Bob of Globex there, and what he writes", () -> seesBob(toot));
    }
  }

  private void seesBob(Toot toot) {
    var said = "Which app is everybody using?";
    cast.bob().write(said, "public");
    patience.untilTrue(
        "Bob's post in the home timeline that toot shows",
        () -> toot.shows("timeline", "-1").contains(said));
    var handle = cast.bob().handle();
    if (!toot.shows("whois", handle).contains(handle)) {
      throw new Unmet("expected toot to show who " + handle + " is");
    }
  }
}
