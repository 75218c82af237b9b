package social.kring.federation.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import social.kring.protocol.fuzz.Mutant;
import social.kring.protocol.fuzz.Mutants;

/**
 * Whatever somebody signs, it is refused at the door, or taken and handled: nothing breaks, and
 * what is counted stays right.
 */
@Tag("fuzz")
class MutatedActivitiesTest {

  @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void a_mutated_activity_is_refused_or_handled(@ForAll("mutants") Mutant mutant) {
    var victim = victim();

    var answer = victim.receives(mutant);

    assertThat(answer.status()).as(answer.body()).isIn(202, 400, 401, 403, 413);
    assertThat(victim.complaints()).isEmpty();
  }

  @Provide
  Arbitrary<Mutant> mutants() {
    return Mutants.ofPeers().ofActivities().arbitrary();
  }

  /** One for all tries, since what came before may matter to what comes. */
  private static Victim victim() {
    return Store.getOrCreate("victim", Lifespan.PROPERTY, Victim::new).get();
  }
}
