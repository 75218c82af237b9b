package social.kring.node;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses who computes signatures: Amazon Corretto Crypto Provider, three times as fast as the JDK,
 * where its native library loads, Bouncy Castle else.
 */
final class Cryptography {
  private static final Logger log = LoggerFactory.getLogger(Cryptography.class);

  private Cryptography() {}

  /**
   * Its library takes as long to load as all of the database.
   *
   * @return over when signatures can be computed; the name of who does
   */
  static Beside<String> begin() {
    return Beside.begin("cryptography", Cryptography::install);
  }

  private static String install() {
    var provider = tryFast() ? AmazonCorrettoCryptoProvider.PROVIDER_NAME : Slower.install();
    log.atInfo().addKeyValue("provider", provider).log("signatures are computed");
    return provider;
  }

  private static boolean tryFast() {
    try {
      AmazonCorrettoCryptoProvider.INSTANCE.assertHealthy();
      AmazonCorrettoCryptoProvider.install();
      return true;
    } catch (Throwable doesNotLoad) {
      log.atDebug().setCause(doesNotLoad).log("the native provider does not load");
      return false;
    }
  }

  /** Apart, since the JVM would load its signed classes at each start to check this one. */
  private static final class Slower {
    private static String install() {
      Security.insertProviderAt(new BouncyCastleProvider(), 1);
      return BouncyCastleProvider.PROVIDER_NAME;
    }
  }
}
