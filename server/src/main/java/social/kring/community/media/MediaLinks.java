package social.kring.community.media;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import social.kring.platform.domains.Domain;
import social.kring.platform.domains.Domains;
import social.kring.platform.storage.Database;
import social.kring.protocol.url.FediUrl;

/**
 * Addresses under which this node itself shows what lies elsewhere, so that nobody elsewhere learns
 * who looks at it. They are signed: this node fetches what it has shown, and nothing else.
 */
public final class MediaLinks {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PATH = FileKeeping.PATH + "proxy/";
  private static final int KEY = 32;
  private static final int SIGNATURE = 16;
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private final Domains domains;
  private final SecretKeySpec key;

  private MediaLinks(Domains domains, byte[] key) {
    this.domains = domains;
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** With the key that all processes of a node share; the first one makes it. */
  public static MediaLinks open(Database database, Domains domains, RandomGenerator random) {
    var made = new byte[KEY];
    random.nextBytes(made);
    database.execute(
        "INSERT INTO media_proxy_key (id, secret) VALUES (1, $1) ON CONFLICT DO NOTHING",
        Tuple.of(Buffer.buffer(made)));
    var kept =
        database.one(
            "SELECT secret FROM media_proxy_key WHERE id = 1", row -> row.getBuffer("secret"));
    return new MediaLinks(domains, kept.orElseThrow().getBytes());
  }

  /** An address under the node's own domain; what lies on this node keeps its own. */
  public String shown(FediUrl url) {
    return domains.serves(url) ? url.text() : domains.primary().url(proxied(url)).text();
  }

  /** As above; empty for what is no address. */
  public Optional<String> shown(String address) {
    return FediUrl.tryParse(address).map(this::shown);
  }

  /** An address under a domain of this node, for a page there, which loads nothing from others. */
  public Optional<String> on(Domain domain, String address) {
    return FediUrl.tryParse(address).flatMap(url -> on(domain, url));
  }

  private Optional<String> on(Domain domain, FediUrl url) {
    if (url.origin().authority().equals(domain.authority())) return Optional.of(url.text());
    if (!domains.serves(url)) return Optional.of(domain.url(proxied(url)).text());
    return Optional.of(url.pathAndQuery())
        .filter(path -> path.startsWith(FileKeeping.PATH))
        .map(path -> domain.url(path).text());
  }

  private String proxied(FediUrl url) {
    var text = url.withoutFragment().text().getBytes(StandardCharsets.UTF_8);
    return PATH + TEXT.encodeToString(signature(text)) + "/" + TEXT.encodeToString(text);
  }

  /** What an address of ours stands for; empty where we never made it. */
  Optional<FediUrl> original(String signature, String encoded) {
    try {
      var text = Base64.getUrlDecoder().decode(encoded);
      var claimed = Base64.getUrlDecoder().decode(signature);
      if (!MessageDigest.isEqual(claimed, signature(text))) return Optional.empty();
      return FediUrl.tryParse(new String(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private byte[] signature(byte[] text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(text), SIGNATURE);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
