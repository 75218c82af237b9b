package social.kring.node.demo;

import java.util.List;

/**
 * Who plays.
 *
 * @param alice at Acme, where they build bridges
 * @param sam at Acme, until he moves
 * @param bob at Globex
 * @param mia at Globex, who knows Nora and not Alice
 * @param gus at Globex, who does not behave
 * @param nora on a node of her own
 * @param samElsewhere whom Sam becomes on Nora's node
 */
record Cast(
    Person alice,
    Person sam,
    Person bob,
    Person mia,
    Person gus,
    Person nora,
    Person samElsewhere) {

  /** Seats them at their nodes, as steps of the story. */
  static Cast of(Story story, Town town, Seats seats) {
    story.chapter("They sign on");
    var acme =
        story.get(
            "Alice and Sam get accounts at Acme", () -> seats.at(town.acme(), "alice", "sam"));
    var globex =
        story.get(
            "Bob, Mia and Gus get accounts at Globex",
            () -> seats.at(town.globex(), "bob", "mia", "gus"));
    var noras =
        story.get(
            "Nora has a node of her own, with room for Sam",
            () -> seats.at(town.noras(), "nora", "sam"));
    return new Cast(
        acme.get("alice"),
        acme.get("sam"),
        globex.get("bob"),
        globex.get("mia"),
        globex.get("gus"),
        noras.get("nora"),
        noras.get("sam"));
  }

  List<Person> everybody() {
    return List.of(alice, sam, bob, mia, gus, nora, samElsewhere);
  }
}
