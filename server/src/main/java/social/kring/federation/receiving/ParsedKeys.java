package social.kring.federation.receiving;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import social.kring.protocol.signature.PublicKeys;

/** Keys as they are computed with. Reading one takes longer than verifying a signature by it. */
final class ParsedKeys {
  private static final int MOST = 2_000;

  private final Cache<ByteBuffer, PublicKey> keys = Caffeine.newBuilder().maximumSize(MOST).build();

  /** By the key itself, so that nothing here can be outdated. */
  PublicKey of(byte[] spki) {
    return keys.get(ByteBuffer.wrap(spki), unread -> PublicKeys.ofSpki(spki));
  }
}
