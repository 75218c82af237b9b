package social.kring.door.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What an entry is called, as {@code delivery:123} or {@code event:timelines.home/45}.
 *
 * @param within what it is called in its own queue
 */
record EntryName(String queue, String within) {

  /**
   * @throws NumberFormatException where it is called by no number
   */
  long number() {
    return Long.parseLong(within);
  }

  @Override
  public String toString() {
    return queue + ":" + within;
  }

  /** Reads it from the command line. */
  static final class Reader implements ITypeConverter<EntryName> {
    @Override
    public EntryName convert(String text) {
      var colon = text.indexOf(':');
      if (colon < 1) {
        throw new TypeConversionException(
            "\"%s\" is no entry; expected a name as queue list shows it, like delivery:123"
                .formatted(text));
      }
      return new EntryName(text.substring(0, colon), text.substring(colon + 1));
    }
  }
}
