package social.kring.federation.receiving;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Activity;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

/**
 * Reads what came to an inbox. What is handled soon after it came, as nearly all is, is read once.
 */
final class ArrivalReader {
  /** Of bodies; what is made of one takes several times as much. */
  private static final int MOST_BYTES = 1 << 20;

  private static final Logger log = LoggerFactory.getLogger(ArrivalReader.class);

  private final UnaryOperator<Tree> compaction;
  private final Cache<Long, Recent> recent =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Long id, Recent kept) -> kept.length())
          .build();

  private record Recent(int length, Activity activity) {}

  /**
   * @param compaction brings a foreign document onto our own context
   */
  ArrivalReader(UnaryOperator<Tree> compaction) {
    this.compaction = compaction;
  }

  /** The document as it was sent, which is what proofs are about, and what it says. */
  record Arrival(Tree raw, Activity activity) {}

  /**
   * @throws Problem MALFORMED, saying what is wrong, whatever a peer may have sent
   */
  Arrival read(byte[] body) {
    var raw = StrictJson.parse(body);
    return new Arrival(raw, activity(raw));
  }

  /**
   * Keeps what was read for whoever handles it.
   *
   * @param id that it is stored by
   */
  void keep(long id, byte[] body, Activity activity) {
    recent.put(id, new Recent(body.length, activity));
  }

  /**
   * What was stored, as it was read when it came, or else read now. It is given once.
   *
   * @throws Problem as above
   */
  Activity again(long id, byte[] body) {
    var kept = recent.asMap().remove(id);
    return kept != null ? kept.activity() : read(body).activity();
  }

  private Activity activity(Tree raw) {
    try {
      return Activity.parse(compaction.apply(raw));
    } catch (Problem problem) {
      throw problem;
    } catch (RuntimeException | StackOverflowError unforeseen) {
      log.atWarn().setCause(unforeseen).log("a document cannot be read, and should say why");
      throw Problem.malformed("The document cannot be read");
    }
  }
}
