package social.kring.community.access;

import java.time.Duration;

/**
 * How often something may be tried.
 *
 * @param most attempts within the window; the next one waits
 */
record AttemptLimit(int most, Duration within) {
  static final AttemptLimit SIGN_INS_OF_AN_ACCOUNT = new AttemptLimit(10, Duration.ofMinutes(15));
  static final AttemptLimit SIGN_INS_FROM_AN_ADDRESS = new AttemptLimit(30, Duration.ofMinutes(15));
  static final AttemptLimit SIGN_UPS_FROM_AN_ADDRESS = new AttemptLimit(5, Duration.ofHours(1));
  static final AttemptLimit LETTERS_TO_AN_ACCOUNT = new AttemptLimit(5, Duration.ofHours(1));
  static final AttemptLimit RESETS_FROM_AN_ADDRESS = new AttemptLimit(10, Duration.ofHours(1));
}
