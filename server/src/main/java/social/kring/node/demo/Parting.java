package social.kring.node.demo;

import java.util.List;
import social.kring.protocol.json.Tree;

/** One is blocked, and one leaves his employer's node with all who follow him. */
final class Parting {
  private final Cast cast;
  private final Patience patience;

  Parting(Cast cast, Patience patience) {
    this.cast = cast;
    this.patience = patience;
  }

  void tell(Story story) {
    story.chapter("They part, and stay in touch");
    story.step("Alice blocks Gus, and his follow ends at Globex", this::blocks);
    story.step("Alice posts again: Bob reads it, Gus does not", this::postsWithoutGus);
    story.step("Sam's new account on Nora's node names his old one", this::names);
    story.step("Sam moves from Acme to Nora's node", this::moves);
    story.step("Bob at Globex and Alice at Acme follow him along", this::followsAlong);
    story.step("Sam posts from his new home, and both read it", this::postsFromElsewhere);
  }

  private void blocks() {
    cast.alice().post("/api/v1/accounts/" + cast.alice().idOf(cast.gus()) + "/block");
    patience.untilTrue(
        "Gus to follow Alice no longer at " + cast.gus().where(),
        () -> !cast.gus().relationshipWith(cast.alice()).flag("following").orElse(true));
  }

  private void postsWithoutGus() {
    var post = cast.alice().write("Quieter here now.", "public");
    patience.until("Alice's post in Bob's home", () -> cast.bob().atHome(post));
    if (cast.gus().atHome(post).isPresent()) {
      throw new Unmet("expected nothing of Alice in Gus's home at " + cast.gus().where());
    }
  }

  private void names() {
    var aliases = Tree.builder().put("aliases", List.of(cast.sam().uri())).build();
    cast.samElsewhere().put("/api/kring/v1/aliases", aliases);
  }

  private void moves() {
    var target = cast.samElsewhere().handle().substring(1);
    cast.sam().post("/api/kring/v1/move", Tree.builder().put("target", target).build());
    patience.untilTrue(
        "Sam's old account to point to " + target + " at " + cast.bob().where(),
        () ->
            cast.bob()
                .find(cast.sam())
                .flatMap(account -> account.tree("moved"))
                .flatMap(moved -> moved.string("acct"))
                .filter(target::equals)
                .isPresent());
  }

  private void followsAlong() {
    for (var follower : new Person[] {cast.bob(), cast.alice()}) {
      patience.untilTrue(
          "%s to follow %s at %s"
              .formatted(follower.name(), cast.samElsewhere().handle(), follower.where()),
          () -> follower.relationshipWith(cast.samElsewhere()).flag("following").orElse(false));
    }
  }

  private void postsFromElsewhere() {
    var post = cast.samElsewhere().write("New door, same people.", "public");
    for (var reader : new Person[] {cast.bob(), cast.alice()}) {
      patience.until(
          "Sam's post in %s's home at %s".formatted(reader.name(), reader.where()),
          () -> reader.atHome(post));
    }
  }
}
