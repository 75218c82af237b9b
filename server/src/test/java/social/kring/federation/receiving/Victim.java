package social.kring.federation.receiving;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.lifecycle.Store;
import org.slf4j.LoggerFactory;
import social.kring.protocol.fuzz.Mutant;
import social.kring.protocol.json.PeerFiles;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.Harbour;
import social.kring.testing.Harbour.Answer;
import social.kring.testing.Neighbour;
import social.kring.testing.Peer;
import social.kring.testing.PeerActor;
import social.kring.testing.PeerDocument;

/** A town to which somebody whom its people follow sends whatever he likes, well signed. */
final class Victim implements Store.CloseOnReset {
  private static final Pattern PEERS = Pattern.compile("https://[a-z]+\\.example");

  private final Harbour harbour = new Harbour();
  private final Peer peer = new Peer("peer");
  private final PeerActor bob = peer.actor("bob");
  private final Neighbour alice = harbour.square().person("alice");
  private final String post = alice.posts("what do you all think?").uri().text();
  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
  private final Logger log = (Logger) LoggerFactory.getLogger(Victim.class.getPackage().getName());
  private long last;

  Victim() {
    harbour.square().follow(alice.actor(), harbour.elsewhere().actors().find(bob.uri()));
    heard.start();
    log.addAppender(heard);
  }

  /** The mutant as bob's, and what it is about as alice's; all that follows from it is done. */
  Answer receives(Mutant mutant) {
    harbour.wait(Duration.ofSeconds(1));
    var answer = harbour.receives(bob, Harbour.SHARED_INBOX, addressed(mutant));
    harbour.drain();
    alice.home();
    return answer;
  }

  /** Latin-1 keeps every byte as it is. */
  private byte[] addressed(Mutant mutant) {
    var seed = PeerFiles.read(mutant.seed());
    var actor = seed.id("actor").map(FediUrl::text).orElseThrow();
    var text =
        new String(mutant.bytes(), StandardCharsets.ISO_8859_1)
            .replace(actor, bob.uri().text())
            .replace(PeerDocument.PERSON, alice.actor().uri().text())
            .replace(PeerDocument.POST, post);
    return PEERS
        .matcher(text)
        .replaceAll(Matcher.quoteReplacement(peer.at("").text()))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What failed since this was last asked, and what was logged as unforeseen. */
  List<String> complaints() {
    var complaints = new ArrayList<String>();
    heard.list.stream()
        .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .map(event -> event.getFormattedMessage() + " " + event.getThrowableProxy())
        .forEach(complaints::add);
    heard.list.clear();
    complaints.addAll(failures());
    return complaints;
  }

  private List<String> failures() {
    var rows =
        harbour
            .town()
            .database()
            .list(
                """
                SELECT id, type, coalesce(outcome, 'waits') AS outcome, reason, failures
                  FROM inbox_event WHERE id > $1 ORDER BY id
                """,
                Tuple.of(last),
                row -> row);
    rows.forEach(row -> last = row.getLong("id"));
    return rows.stream()
        .filter(row -> row.getInteger("failures") > 0)
        .map(row -> row.getString("type") + " " + row.getString("reason"))
        .toList();
  }

  @Override
  public void close() {
    log.detachAppender(heard);
    peer.close();
    harbour.close();
  }
}
