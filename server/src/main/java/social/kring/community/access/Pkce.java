package social.kring.community.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Proof Key for Code Exchange by S256, the only method that is taken. RFC 7636 §4. */
public final class Pkce {
  public static final String METHOD = "S256";

  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  private Pkce() {}

  /** Whether this can be a challenge: a SHA-256 hash in base64url without padding. */
  public static boolean isChallenge(String text) {
    return CHALLENGE.matcher(text).matches();
  }

  /**
   * Whether the verifier is the challenge's; without a challenge there must be none (RFC 9700
   * §2.1.1).
   */
  static boolean answers(Optional<String> challenge, Optional<String> verifier) {
    if (challenge.isEmpty() || verifier.isEmpty()) {
      return challenge.isEmpty() && verifier.isEmpty();
    }
    return VERIFIER.matcher(verifier.get()).matches()
        && MessageDigest.isEqual(
            challengeOf(verifier.get()).getBytes(StandardCharsets.US_ASCII),
            challenge.get().getBytes(StandardCharsets.US_ASCII));
  }

  private static String challengeOf(String verifier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(new Secret(verifier).hash());
  }
}
