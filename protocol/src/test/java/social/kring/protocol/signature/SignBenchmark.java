package social.kring.protocol.signature;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many requests a core signs in a second: the limit of fan-out. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1, timeUnit = TimeUnit.SECONDS)
@Measurement(iterations = 3, time = 1, timeUnit = TimeUnit.SECONDS)
public class SignBenchmark {
  @Param public Provider provider;

  private SigningKey rsa;
  private SigningKey ed25519;

  @Setup
  public void keys() {
    provider.install();
    rsa = key(Keys.RSA.getPrivate().getEncoded());
    ed25519 = key(Keys.ED25519.getPrivate().getEncoded());
  }

  @Benchmark
  public Map<String, String> cavageRsa() {
    return CavageSigner.sign(
        "POST", SignedRequest.INBOX, SignedRequest.BODY, rsa, SignedRequest.NOW);
  }

  @Benchmark
  public Map<String, String> messageRsa() {
    return MessageSigner.sign(
        "POST", SignedRequest.INBOX, SignedRequest.BODY, rsa, SignedRequest.NOW);
  }

  @Benchmark
  public Map<String, String> messageEd25519() {
    return MessageSigner.sign(
        "POST", SignedRequest.INBOX, SignedRequest.BODY, ed25519, SignedRequest.NOW);
  }

  private static SigningKey key(byte[] pkcs8) {
    return new SigningKey(SignedRequest.KEY_ID, PrivateKeys.ofPkcs8(pkcs8));
  }
}
