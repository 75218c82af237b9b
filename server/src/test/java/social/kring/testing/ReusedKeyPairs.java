package social.kring.testing;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import social.kring.federation.actors.KeyPairs;

/**
 * Key pairs that tests share, since an RSA key takes half a second to make. The first few actors of
 * each test have keys that differ from one another.
 */
final class ReusedKeyPairs implements KeyPairs {
  private static final int DIFFERENT = 6;

  private final AtomicInteger taken = new AtomicInteger();

  /** Made once, and only as many as are asked for. */
  private static final class Made {
    private static final ConcurrentHashMap<Integer, KeyPair> RSA = new ConcurrentHashMap<>();
    private static final List<KeyPair> ED25519 =
        IntStream.range(0, DIFFERENT).mapToObj(i -> make("Ed25519")).toList();
  }

  @Override
  public KeyPair rsa() {
    return Made.RSA.computeIfAbsent(taken.getAndIncrement() % DIFFERENT, i -> make("RSA"));
  }

  @Override
  public KeyPair ed25519() {
    return Made.ED25519.get(taken.get() % DIFFERENT);
  }

  private static KeyPair make(String algorithm) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("RSA")) generator.initialize(2_048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
