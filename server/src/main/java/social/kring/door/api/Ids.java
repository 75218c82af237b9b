package social.kring.door.api;

import java.util.OptionalLong;
import social.kring.protocol.Problem;

/** Ids as apps write them: decimal strings. */
public final class Ids {
  private Ids() {}

  /** What is not a number is no id of ours: nothing has it. */
  public static OptionalLong parse(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException notOurs) {
      return OptionalLong.empty();
    }
  }

  /**
   * @throws Problem NOT_FOUND where it cannot be an id
   */
  public static long required(String text) {
    return parse(text).orElseThrow(() -> Problem.notFound("Record not found"));
  }
}
