package social.kring.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Activity;
import social.kring.protocol.activitystreams.Actor;
import social.kring.protocol.activitystreams.ActorKey;
import social.kring.protocol.activitystreams.ApObject;
import social.kring.protocol.activitystreams.Post;
import social.kring.protocol.discovery.NodeInfo;
import social.kring.protocol.discovery.WebFinger;
import social.kring.protocol.integrity.IdentityStatement;
import social.kring.protocol.integrity.IntegrityProof;
import social.kring.protocol.integrity.Multikey;
import social.kring.protocol.json.JsonLd;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;
import social.kring.protocol.signature.PublicKeys;
import social.kring.protocol.url.FediUrl;

/**
 * Whatever became of a peer's document on its way, it is read, or refused as what is wrong with it.
 */
@Tag("fuzz")
class MutantDocumentsTest {
  private static final Set<Problem.Kind> REFUSALS =
      Set.of(Problem.Kind.MALFORMED, Problem.Kind.TOO_LARGE);

  /** What reading may cost, in memory touched: a clock would say something else every time. */
  private static final long COST = 256L << 20;

  private static final FediUrl SOMEBODY = FediUrl.parse("https://mastodon.example/users/alice");
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void a_document_is_read_or_refused(@ForAll("documents") Mutant mutant) {
    var document = read(() -> StrictJson.parse(mutant.bytes()));
    document.ifPresent(MutantDocumentsTest::checkWriting);
    var compact = document.flatMap(tree -> read(() -> JsonLd.compact(tree)));
    compact.ifPresent(MutantDocumentsTest::checkReading);
    document.ifPresent(MutantDocumentsTest::checkProofs);
  }

  private static void checkReading(Tree tree) {
    checkWriting(tree);
    for (var view : views()) {
      read(() -> view.apply(tree))
          .ifPresent(object -> assertThat(object.tree()).as("nothing is lost").isEqualTo(tree));
    }
    read(() -> Actor.from(tree))
        .ifPresent(actor -> actor.keys().forEach(MutantDocumentsTest::checkKey));
  }

  /** Numbers may be written a little longer than they came. */
  private static void checkWriting(Tree tree) {
    var bytes = tree.toBytes();
    if (bytes.length > StrictJson.LARGEST) return;
    assertThat(StrictJson.parse(bytes)).as("what is kept can be read again").isEqualTo(tree);
  }

  private static Iterable<Function<Tree, ApObject>> views() {
    return Set.of(ApObject::parse, Activity::parse, Post::from, Actor::from);
  }

  private static void checkKey(ActorKey key) {
    switch (key) {
      case ActorKey.Pem(var id, var pem) -> read(() -> PublicKeys.ofPem(pem));
      case ActorKey.Multikey(var id, var text) -> read(() -> Multikey.decode(text));
    }
  }

  private static void checkProofs(Tree raw) {
    read(() -> IdentityStatement.in(raw, SOMEBODY));
    read(() -> IntegrityProof.in(raw))
        .flatMap(proof -> proof)
        .ifPresent(
            proof ->
                proof.didKey().ifPresent(claimed -> read(() -> proof.verifies(claimed.key()))));
  }

  @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void what_is_found_out_about_a_host_is_read_or_refused(@ForAll("discoveries") Mutant mutant) {
    var document = read(() -> StrictJson.parse(mutant.bytes()));
    document
        .flatMap(tree -> read(() -> WebFinger.from(tree)))
        .ifPresent(found -> assertThat(WebFinger.from(found.toTree())).isEqualTo(found));
    document.ifPresent(tree -> read(() -> NodeInfo.linkIn(tree)));
    document.ifPresent(tree -> read(() -> NodeInfo.Software.from(tree)));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void a_name_that_nobody_knows_is_kept_wherever_it_is(@ForAll("marked") String document) {
    var compact = JsonLd.compact(StrictJson.parse(document));

    assertThat(compact.toString()).contains("\"" + Marked.NAME + "\":\"" + Marked.VALUE + "\"");
  }

  @Provide
  Arbitrary<String> marked() {
    return Arbitraries.randomValue(new Marked(PeerSeeds.texts())::next);
  }

  @Provide
  Arbitrary<Mutant> documents() {
    return Mutants.ofPeers().arbitrary();
  }

  @Provide
  Arbitrary<Mutant> discoveries() {
    return Mutants.of(PeerSeeds.discovery()).arbitrary();
  }

  /** What was read; empty where it was refused as it should be. */
  private static <T> Optional<T> read(Supplier<T> reading) {
    var before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      return Optional.of(reading.get());
    } catch (Problem refused) {
      assertThat(refused.kind()).isIn(REFUSALS);
      assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(5_000);
      return Optional.empty();
    } finally {
      assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(COST);
    }
  }
}
