package social.kring.door.api;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.function.Supplier;

/**
 * What everyone sees alike of an entity, written once. All entities that have the same engraving
 * are equal but for what is {@link PerViewer}. It is no part of what an entity says, so it is equal
 * to any other.
 */
public final class Engraving {
  private volatile SerializedString written;

  /** Two who come at once may both write it; they write the same. */
  SerializedString get(Supplier<SerializedString> write) {
    if (written == null) written = write.get();
    return written;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Engraving;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "Engraving";
  }
}
