package social.kring.platform.backup;

import social.kring.protocol.json.Tree;

/** The last number that a sequence gave; its name is quoted as SQL needs it. */
record SequenceState(String name, long last) {

  Tree document() {
    return Tree.builder().put("name", name).put("last", last).build();
  }

  static SequenceState from(Tree document) {
    return new SequenceState(
        document.string("name").orElseThrow(), document.number("last").orElseThrow());
  }
}
