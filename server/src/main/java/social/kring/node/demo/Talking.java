package social.kring.node.demo;

import java.util.Optional;
import social.kring.protocol.json.Tree;

/** They post, answer, like, boost, write in private, edit and delete. */
final class Talking {
  private final Cast cast;
  private final Patience patience;
  private Tree opening;
  private Tree openingAtGlobex;
  private Tree openingAtNoras;
  private Tree answer;

  Talking(Cast cast, Patience patience) {
    this.cast = cast;
    this.patience = patience;
  }

  void tell(Story story) {
    story.chapter("They talk");
    story.step("Alice posts, and Bob and Nora read it at home", this::posts);
    story.step("Bob answers, and Alice finds it in her thread and notifications", this::answers);
    story.step("Nora likes Alice's post, and Acme's node counts it", this::likes);
    story.step(
        "Nora boosts it, and Mia at Globex reads it, who does not follow Alice", this::boosts);
    story.step("Alice warns of a spoiler, and the warning travels along", this::warns);
    story.step("Alice writes to Bob alone; Nora and Gus see nothing of it", this::whispers);
    story.step("Alice edits her post, and Globex's node shows the new words", this::edits);
    story.step("Bob deletes his answer, and it is gone from Alice's thread", this::deletes);
  }

  private void posts() {
    opening =
        cast.alice().write("We are looking for somebody who builds bridgs. #hiring", "public");
    openingAtGlobex = arrives(opening, cast.bob());
    openingAtNoras = arrives(opening, cast.nora());
  }

  private void answers() {
    answer =
        cast.bob()
            .reply(openingAtGlobex, cast.alice().handle() + " My neighbour does. I will ask her.");
    patience.until(
        "Bob's answer among Alice's notifications at " + cast.alice().where(),
        () -> cast.alice().notification("mention", cast.bob()));
    patience.untilTrue(
        "Bob's answer in Alice's thread at " + cast.alice().where(), () -> inThread(answer));
  }

  private boolean inThread(Tree reply) {
    return cast
        .alice()
        .get("/api/v1/statuses/" + Person.id(opening) + "/context")
        .objects("descendants")
        .stream()
        .anyMatch(one -> Person.isSame(one, reply));
  }

  private void likes() {
    cast.nora().post("/api/v1/statuses/" + Person.id(openingAtNoras) + "/favourite");
    patience.untilTrue(
        "1 like of Alice's post at " + cast.alice().where(),
        () -> cast.alice().again(opening).number("favourites_count").orElse(0L) == 1);
    patience.until(
        "Nora's like among Alice's notifications at " + cast.alice().where(),
        () -> cast.alice().notification("favourite", cast.nora()));
  }

  private void boosts() {
    cast.nora().post("/api/v1/statuses/" + Person.id(openingAtNoras) + "/reblog");
    patience.until(
        "Nora's boost in Mia's home at " + cast.mia().where(),
        () -> cast.mia().home().stream().filter(this::isNorasBoost).findFirst());
    patience.until(
        "Nora's boost among Alice's notifications at " + cast.alice().where(),
        () -> cast.alice().notification("reblog", cast.nora()));
  }

  private boolean isNorasBoost(Tree entry) {
    var by = entry.tree("account").flatMap(account -> account.string("username")).orElse("");
    return by.equals(cast.nora().name())
        && entry.tree("reblog").filter(inside -> Person.isSame(inside, opening)).isPresent();
  }

  private void warns() {
    var draft =
        Tree.builder()
            .put("status", "The bridge stands to the last page.")
            .put("spoiler_text", "The end of “The Long Weir”")
            .put("visibility", "private")
            .build();
    var warned = cast.alice().post("/api/v1/statuses", draft);
    var there = arrives(warned, cast.bob());
    require(
        there.string("spoiler_text").equals(warned.string("spoiler_text"))
            && there.string("visibility").equals(Optional.of("private")),
        "the warning and “followers only” on Alice's post at " + cast.bob().where());
  }

  private void whispers() {
    var letter =
        cast.alice().write(cast.bob().handle() + " Lunch on Thursday? Tell nobody.", "direct");
    patience.until(
        "Alice's letter among Bob's notifications at " + cast.bob().where(),
        () ->
            cast.bob()
                .notification("mention", cast.alice())
                .flatMap(one -> one.tree("status"))
                .filter(status -> Person.isSame(status, letter))
                .filter(status -> status.string("visibility").equals(Optional.of("direct"))));
    for (var other : new Person[] {cast.nora(), cast.gus(), cast.mia(), cast.sam()}) {
      require(other.atHome(letter).isEmpty(), "nothing of the letter at " + other.where());
    }
    require(
        cast.sam().statusOf("/api/v1/statuses/" + Person.id(letter)) == 404,
        "the letter to be unknown to Sam at " + cast.sam().where());
  }

  private void edits() {
    cast.alice().edit(opening, "We are looking for somebody who builds bridges. #hiring");
    patience.untilTrue(
        "“bridges” in Alice's post at " + cast.bob().where(),
        () -> {
          var now = cast.bob().again(openingAtGlobex);
          return now.string("content").orElse("").contains("bridges") && now.has("edited_at");
        });
  }

  private void deletes() {
    cast.bob().delete(answer);
    patience.untilTrue(
        "Bob's answer to be gone from Alice's thread at " + cast.alice().where(),
        () -> !inThread(answer));
  }

  private Tree arrives(Tree status, Person reader) {
    return patience.until(
        "“%s” in %s's home at %s"
            .formatted(status.string("content").orElse(""), reader.name(), reader.where()),
        () -> reader.atHome(status));
  }

  private static void require(boolean met, String expected) {
    if (!met) throw new Unmet("expected " + expected);
  }
}
