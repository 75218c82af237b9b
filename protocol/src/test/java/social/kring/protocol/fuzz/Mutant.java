package social.kring.protocol.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A document that was spoilt.
 *
 * @param seed the document that it was
 * @param changes what was done to it, in order
 */
public record Mutant(String seed, List<String> changes, byte[] bytes) {
  private static final int SHOWN = 2_000;

  public Mutant {
    changes = List.copyOf(changes);
  }

  /** As much as is needed to find out what happened. */
  @Override
  public String toString() {
    var text = new String(bytes, StandardCharsets.UTF_8);
    var cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return seed + " " + changes + " (" + bytes.length + " bytes)\n" + cut;
  }
}
