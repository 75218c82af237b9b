package social.kring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.kring.hostile.Lure.Attempt;
import social.kring.platform.http.NameLookup;
import social.kring.platform.http.PrivatePeers;

/** Nobody makes a node go where its operator did not let it, whatever they write, wherever. */
@Timeout(600)
class FetchingTest {
  private static final int AT_ONCE = 8;
  private static final int SELDOM = 20;
  private static final int TURNS_OF_ONE = 8;

  /** Those that make a node go somewhere; a test of the others alone could not fail. */
  private static final Set<String> GO_SOMEWHERE =
      Set.of(
          "keyId of a signature",
          "keyId of a newer signature",
          "owner of a key",
          "controller of a key",
          "verificationMethod of a proof",
          "object of Announce",
          "embedded object of Announce",
          "announced Create",
          "target of Move",
          "embedded object of Create",
          "id of an announced Like",
          "actor of an announced Like",
          "id of a post",
          "inReplyTo of a post",
          "id of inReplyTo of a post",
          "a link of a post",
          "a mention of a post",
          "inbox of an actor",
          "sharedInbox of an actor",
          "webfinger of an actor",
          "redirect of a post",
          "second redirect of a post",
          "redirect of an actor",
          "redirect of a handle",
          "redirect of an outbox",
          "id of a fetched post",
          "attributedTo of a fetched post",
          "inReplyTo of a fetched post",
          "a mention of a fetched post",
          "first of an outbox",
          "self link of a handle",
          "subject of a handle",
          "an address searched for",
          "a handle searched for",
          "a handle among accounts",
          "status sent to /api/v1/statuses",
          "target sent to /api/kring/v1/move",
          "keyId of a signed GET");

  private static final Map<String, List<String>> NAMES =
      Map.of(
          "internal.example", List.of("127.0.0.1"),
          "six.example", List.of("::1"),
          "mapped.example", List.of("::ffff:127.0.0.1"),
          "nat64.example", List.of("64:ff9b::7f00:1"),
          "several.example", List.of("10.0.0.1", "127.0.0.1", "::1"));

  private static Future<List<InetAddress>> named(String host) {
    var addresses = NAMES.get(host);
    return addresses == null
        ? Future.failedFuture(new UnknownHostException(host))
        : Future.succeededFuture(addresses.stream().map(InetAddress::ofLiteral).toList());
  }

  @Test
  void these_fields_lead_to_other_hosts() throws Exception {
    var lures = Lure.all();
    try (var world = new Underworld();
        var fortress = new Fortress(places(world, lures.size()))) {
      attack(
          fortress,
          world,
          lures.size(),
          (attempts, i) -> lures.get(i).way().accept(attempts.at(bait(world, i))));
      assertThat(led(world, lures)).containsAll(GO_SOMEWHERE);
    }
  }

  /** A host for each field, where it is seen whether anybody comes. */
  private static Spelling bait(Underworld world, int field) {
    return new Spelling(world.at("bait" + field, "/").origin().text());
  }

  private static Set<String> led(Underworld world, List<Lure> lures) {
    var heard = world.heard().collect(Collectors.toSet());
    return IntStream.range(0, lures.size())
        .filter(i -> heard.stream().anyMatch(each -> each.startsWith("bait" + i + ".")))
        .mapToObj(i -> lures.get(i).field())
        .collect(Collectors.toSet());
  }

  @Test
  void no_spelling_of_an_address_in_no_field_leads_to_this_machine() throws Exception {
    try (var world = new Underworld();
        var canary = new Canary()) {
      var spellings = Spelling.all(canary.port(), world.at("m0", "/").host(), world.port());
      try (var fortress = new Fortress(places(world, spellings.size()), FetchingTest::named)) {
        attack(
            fortress,
            world,
            spellings.size(),
            (attempts, i) ->
                temptations(i).forEach(lure -> lure.way().accept(attempts.at(spellings.get(i)))));
        assertThat(fortress.api().get("/health/ready").status()).isEqualTo(200);
      }
      assertThat(canary.visited()).isEmpty();
    }
  }

  /** Fields that lead nowhere are written in some spellings, all others in each. */
  private static List<Lure> temptations(int spelling) {
    var all = Lure.all();
    return IntStream.range(0, all.size())
        .filter(i -> GO_SOMEWHERE.contains(all.get(i).field()) || (i + spelling) % SELDOM == 0)
        .mapToObj(all::get)
        .toList();
  }

  /** Each name has another address whenever it is looked up: what was checked is what is asked. */
  @Test
  void an_address_is_looked_up_once_for_each_connection() throws Exception {
    var lures = Lure.all().stream().filter(lure -> GO_SOMEWHERE.contains(lure.field())).toList();
    var answered = new ConcurrentLinkedQueue<String>();
    var lookups = new AtomicInteger();
    NameLookup rebinding =
        host -> {
          var number = lookups.incrementAndGet();
          var address = "127.7.%d.%d".formatted(number / 250, number % 250 + 1);
          answered.add(address);
          return Future.succeededFuture(List.of(InetAddress.ofLiteral(address)));
        };
    try (var world = new Underworld();
        var canary = Canary.everywhere()) {
      var places = new HashSet<>(places(world, lures.size()));
      for (var i = 0; i < lures.size(); i++) {
        places.add(new PrivatePeers.Place("rebinding" + i + ".example", canary.port()));
      }
      try (var fortress = new Fortress(places, rebinding)) {
        attack(
            fortress,
            world,
            lures.size(),
            (attempts, i) ->
                lures
                    .get(i)
                    .way()
                    .accept(
                        attempts.at(
                            new Spelling(
                                "https://rebinding%d.example:%d".formatted(i, canary.port())))));
      }
      assertThat(canary.visited()).isNotEmpty().containsExactlyInAnyOrderElementsOf(answered);
    }
  }

  /** What somebody tries who has one address in mind. */
  private record Attempts(Scene scene, Outlaw mallory) {
    Attempt at(Spelling spelling) {
      return new Attempt(scene, mallory, spelling.at("/secret"), spelling.authority());
    }
  }

  /**
   * Lets some of them do what they have in mind, and then tells all who follow alice something.
   *
   * @param times how often
   */
  private static void attack(
      Fortress fortress, Underworld world, int times, ObjIntConsumer<Attempts> doing)
      throws Exception {
    var scene = Scene.in(fortress);
    var all = strangers(world, times);
    scene.knows(all);
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var running =
          IntStream.range(0, times)
              .mapToObj(i -> new Turn(i, new Attempts(scene, all.get(i / TURNS_OF_ONE))))
              .map(turn -> threads.submit(() -> doing.accept(turn.attempts(), turn.number())))
              .toList();
      for (var each : running) each.get();
    }
    fortress.settle();
    scene.alice().posts("to all who follow", "public");
    fortress.hurry();
  }

  private record Turn(int number, Attempts attempts) {}

  private static List<Outlaw> strangers(Underworld world, int times) {
    return IntStream.rangeClosed(0, times / TURNS_OF_ONE)
        .mapToObj(i -> new Outlaw(world, "m" + i, "mallory", Keys.RSA, Keys.ED25519).settles())
        .toList();
  }

  private static Set<PrivatePeers.Place> places(Underworld world, int times) {
    return IntStream.rangeClosed(0, times)
        .boxed()
        .flatMap(i -> Stream.concat(Attempt.hosts("m" + i).stream(), Stream.of("bait" + i)))
        .map(host -> Underworld.place(world.at(host, "/")))
        .collect(Collectors.toSet());
  }
}
