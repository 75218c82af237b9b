package social.kring.federation.receiving;

import java.time.Instant;
import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/**
 * A stored activity that somebody has taken up to handle it.
 *
 * @param tries how often it was taken up, this time included, and how often that failed; whoever
 *     takes it up later has another number, and this one has lost it
 * @param inbox the first personal inbox that it came to
 */
record Claim(
    long id, Tries tries, Vouchers vouchers, Optional<Long> inbox, byte[] body, Instant at) {
  record Tries(int attempts, int failures) {}

  record Vouchers(FediUrl signer, Optional<FediUrl> prover) {}
}
