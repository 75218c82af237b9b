package social.kring.federation.receiving;

import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Activity;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

/** Reads what came to an inbox. */
final class ArrivalReader {
  private static final Logger log = LoggerFactory.getLogger(ArrivalReader.class);

  private final UnaryOperator<Tree> compaction;

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
