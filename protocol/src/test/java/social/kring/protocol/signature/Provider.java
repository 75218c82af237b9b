package social.kring.protocol.signature;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Whose algorithms are asked first. */
public enum Provider {
  JDK {
    @Override
    java.security.Provider first() {
      return null;
    }
  },
  BOUNCY_CASTLE {
    @Override
    java.security.Provider first() {
      return new BouncyCastleProvider();
    }
  },
  CORRETTO {
    @Override
    java.security.Provider first() {
      return AmazonCorrettoCryptoProvider.INSTANCE;
    }
  };

  abstract java.security.Provider first();

  /** Whether its native library loads here. */
  public boolean isAvailable() {
    return this != CORRETTO || AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null;
  }

  public void install() {
    if (first() != null) Security.insertProviderAt(first(), 1);
  }

  public void remove() {
    if (first() != null) Security.removeProvider(first().getName());
  }
}
