package social.kring.door.api;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import social.kring.community.PageRequest;
import social.kring.protocol.Problem;

/**
 * Which part of a list is asked for, by id.
 *
 * @param maxId older than this
 * @param sinceId newer than this, from the newest
 * @param minId newer than this, from the oldest
 */
public record Page(Optional<Long> maxId, Optional<Long> sinceId, Optional<Long> minId, int limit) {
  private static final int USUAL_POSTS = 20;
  private static final int USUAL_ACCOUNTS = 40;
  private static final int MOST_POSTS = 40;
  private static final int MOST_ACCOUNTS = 80;
  private static final int MOST_DIGITS = 100;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1," + MOST_DIGITS + "}");

  static Page ofPosts(Parameters parameters) {
    return from(parameters, USUAL_POSTS, MOST_POSTS);
  }

  static Page ofAccounts(Parameters parameters) {
    return from(parameters, USUAL_ACCOUNTS, MOST_ACCOUNTS);
  }

  /** The same, as capabilities understand it. */
  public PageRequest request() {
    return PageRequest.of(maxId, sinceId, minId, limit);
  }

  /**
   * How many are asked for.
   *
   * @param most more is cut to that
   * @throws Problem MALFORMED where it is not a number
   */
  public static int limit(Parameters parameters, int usual, int most) {
    return parameters
        .text("limit")
        .filter(text -> !text.isBlank())
        .map(text -> (int) number("limit", text).within(1, most))
        .orElse(usual);
  }

  private static Page from(Parameters parameters, int usual, int most) {
    return new Page(
        id(parameters, "max_id"),
        id(parameters, "since_id"),
        id(parameters, "min_id"),
        limit(parameters, usual, most));
  }

  /** What is no number is no id of ours, and bounds nothing. */
  private static Optional<Long> id(Parameters parameters, String name) {
    return parameters
        .text(name)
        .filter(text -> NUMBER.matcher(text.strip()).matches())
        .map(text -> number(name, text).within(0, Long.MAX_VALUE));
  }

  private static Clamped number(String name, String text) {
    if (!NUMBER.matcher(text.strip()).matches()) {
      throw Problem.malformed(name + " is \"" + text + "\", expected a number");
    }
    return new Clamped(new BigInteger(text.strip()));
  }

  /** A number of any size, brought into a range. */
  private record Clamped(BigInteger value) {
    long within(long least, long most) {
      return value.max(BigInteger.valueOf(least)).min(BigInteger.valueOf(most)).longValueExact();
    }
  }
}
