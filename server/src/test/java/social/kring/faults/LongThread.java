package social.kring.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * A thread on several hosts: a chain of answers, each with more answers beside it. It bites its
 * tail, and each list of answers goes round in a circle of pages.
 */
final class LongThread {
  private final Abroad abroad;
  private final List<Foreigner> authors;
  private final int depth;
  private final int beside;
  private final List<Tree> chain = new ArrayList<>();
  private final List<Tree> leaves = new ArrayList<>();

  /**
   * @param beside how many answers each post of the chain has beside the next one
   */
  LongThread(Abroad abroad, List<Foreigner> authors, int depth, int beside) {
    this.abroad = abroad;
    this.authors = List.copyOf(authors);
    this.depth = depth;
    this.beside = beside;
    IntStream.range(0, depth).forEach(this::serve);
  }

  int depth() {
    return depth;
  }

  List<Tree> chain() {
    return List.copyOf(chain);
  }

  /** What hangs on the chain. */
  List<Tree> leaves() {
    return List.copyOf(leaves);
  }

  int size() {
    return depth * (1 + beside);
  }

  /** A post of the chain. */
  FediUrl at(int place) {
    return author(place).under("/notes/chain-" + place);
  }

  private Foreigner author(int place) {
    return authors.get(place % authors.size());
  }

  private void serve(int place) {
    var author = author(place);
    var answers = new ArrayList<FediUrl>(List.of(at((place + 1) % depth)));
    for (var i = 0; i < beside; i++) {
      var leaf = answer(author(place + i), "leaf-%d-%d".formatted(place, i), place);
      answers.add(leaf.id("id").orElseThrow());
      leaves.add(leaf);
      serves(leaf);
    }
    var first = author.under("/replies/" + place);
    var second = author.under("/replies/" + place + "/2");
    var half = answers.size() / 2;
    serves(page(first, answers.subList(0, half), second));
    serves(page(second, answers.subList(half, answers.size()), first));
    var post =
        answer(author, "chain-" + place, (place + depth - 1) % depth)
            .with("replies", Tree.of(Map.of("type", "Collection", "first", first)));
    chain.add(post);
    serves(post);
  }

  /** Something that answers a post of the chain. */
  Tree answer(Foreigner author, String name, int to) {
    return author
        .note(name, "<p>" + name + "</p>")
        .with("inReplyTo", at(to))
        .with("context", "urn:example:" + depth);
  }

  private static Tree page(FediUrl id, List<FediUrl> items, FediUrl next) {
    return Tree.builder()
        .put("id", id)
        .put("type", "CollectionPage")
        .put("items", items)
        .put("next", next)
        .build();
  }

  private void serves(Tree document) {
    abroad.serves(
        document.id("id").orElseThrow(),
        document.with("@context", "https://www.w3.org/ns/activitystreams"));
  }
}
