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

  static void install() {
    var provider = tryFast() ? AmazonCorrettoCryptoProvider.PROVIDER_NAME : withoutIt();
    log.atInfo().addKeyValue("provider", provider).log("signatures are computed");
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

  private static String withoutIt() {
    Security.insertProviderAt(new BouncyCastleProvider(), 1);
    return BouncyCastleProvider.PROVIDER_NAME;
  }
}
