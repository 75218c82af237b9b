package social.kring.protocol.integrity;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import social.kring.protocol.json.PeerFiles;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** How many Creates of a note a core proves, and checks, in a second. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1, timeUnit = TimeUnit.SECONDS)
@Measurement(iterations = 3, time = 1, timeUnit = TimeUnit.SECONDS)
public class ProofBenchmark {
  private final FediUrl keyId = FediUrl.parse("https://acme.example/ap/p/7f3a#post-key");
  private final PrivateKey secret = Vectors.labelled("alice-exit");
  private final PublicKey key = Multikey.decode("z6MkjAeVCnyBNHKfDJk2gNSSqckCFXuAWEDkRPq5XKNupyZX");
  private final Tree document = PeerFiles.read("mastodon/create-note.json");
  private Tree signed;

  @Setup
  public void signed() {
    signed = sign();
  }

  @Benchmark
  public Tree sign() {
    return IntegrityProof.sign(document, keyId, secret, Instant.EPOCH);
  }

  @Benchmark
  public boolean verify() {
    return IntegrityProof.in(signed).orElseThrow().verifies(key);
  }
}
