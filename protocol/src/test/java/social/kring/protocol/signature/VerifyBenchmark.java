package social.kring.protocol.signature;

import java.security.PublicKey;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many signed requests a core checks in a second: digest, rules and signature. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1, timeUnit = TimeUnit.SECONDS)
@Measurement(iterations = 3, time = 1, timeUnit = TimeUnit.SECONDS)
public class VerifyBenchmark {
  @Param public Provider provider;

  private PublicKey rsa;
  private PublicKey ed25519;
  private SignedRequest cavageRsa;
  private SignedRequest messageRsa;
  private SignedRequest messageEd25519;

  @Setup
  public void requests() {
    provider.install();
    rsa = PublicKeys.ofSpki(Keys.RSA.getPublic().getEncoded());
    ed25519 = PublicKeys.ofSpki(Keys.ED25519.getPublic().getEncoded());
    cavageRsa = SignedRequest.post(CavageSigner::sign, Keys.RSA);
    messageRsa = SignedRequest.post(MessageSigner::sign, Keys.RSA);
    messageEd25519 = SignedRequest.post(MessageSigner::sign, Keys.ED25519);
  }

  @Benchmark
  public boolean cavageRsa() {
    return cavageRsa.received().verifies(rsa);
  }

  @Benchmark
  public boolean messageRsa() {
    return messageRsa.received().verifies(rsa);
  }

  @Benchmark
  public boolean messageEd25519() {
    return messageEd25519.received().verifies(ed25519);
  }

  /** All but the signature itself. */
  @Benchmark
  public RequestSignature cavageRules() {
    return cavageRsa.received();
  }

  /** All but the signature itself. */
  @Benchmark
  public RequestSignature messageRules() {
    return messageRsa.received();
  }
}
