package social.kring.federation.receiving;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import social.kring.federation.peers.Peers;
import social.kring.federation.peers.SignatureDialect;
import social.kring.platform.storage.Database;
import social.kring.protocol.signature.CavageSignature;
import social.kring.protocol.signature.MessageSignature;
import social.kring.protocol.signature.RequestSignature;

/** Remembers that hosts speak to us, and how; of those that speak all the time, now and then. */
final class HeardPeers {
  private static final Duration AGAIN = Duration.ofSeconds(5);
  private static final int MOST = 10_000;

  private final Peers peers;
  private final Database database;
  private final Cache<Heard, Boolean> heard;

  private record Heard(String host, SignatureDialect dialect) {}

  HeardPeers(Peers peers, Database database, Ticker ticker) {
    this.peers = peers;
    this.database = database;
    this.heard =
        Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(AGAIN).ticker(ticker).build();
  }

  void note(RequestSignature signature) {
    var host = signature.keyId().origin().authority();
    var dialect = dialect(signature);
    if (heard.asMap().putIfAbsent(new Heard(host, dialect), true) != null) return;
    peers.heardFrom(database, host);
    if (dialect == SignatureDialect.RFC9421) peers.speaks(database, host, dialect);
  }

  private static SignatureDialect dialect(RequestSignature signature) {
    return switch (signature) {
      case CavageSignature cavage -> SignatureDialect.CAVAGE;
      case MessageSignature message -> SignatureDialect.RFC9421;
    };
  }
}
