package social.kring.node.demo;

import java.util.List;

/**
 * Who plays.
 *
 * @param alice at Acme, where they build bridges
 * @param sam at Acme, until he moves
 * @param bob at Globex
 * @param gus at Globex, who does not behave
 * @param nora on a node of her own
 * @param samElsewhere whom Sam becomes on Nora's node
 */
record Cast(Person alice, Person sam, Person bob, Person gus, Person nora, Person samElsewhere) {

  List<Person> everybody() {
    return List.of(alice, sam, bob, gus, nora, samElsewhere);
  }
}
