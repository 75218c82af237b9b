package social.kring.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * A way to name an address to a node, so that it may go there.
 *
 * @param field where the address stands
 */
record Lure(String field, Consumer<Attempt> way) {

  /**
   * @param mallory whom alice follows
   * @param address where the node shall go
   * @param authority the same, as handles name hosts
   */
  record Attempt(Scene scene, Outlaw mallory, String address, String authority) {
    private static final AtomicLong NEWCOMERS = new AtomicLong();
    private static final int MORE_HOSTS = 4;

    /** All hosts that somebody has who has the first one. */
    static List<String> hosts(String first) {
      return Stream.concat(
              Stream.of(first), IntStream.range(0, MORE_HOSTS).mapToObj(i -> first + "-" + i))
          .toList();
    }

    Fortress fortress() {
      return scene.fortress();
    }

    /** Somebody who was never seen; too many of one host would have to wait. */
    Outlaw newcomer() {
      var number = NEWCOMERS.incrementAndGet();
      var host = hosts(mallory.host()).get((int) (number % MORE_HOSTS) + 1);
      var name = "n" + number;
      return new Outlaw(mallory.world(), host, name, mallory.rsa(), mallory.ed25519());
    }

    /** An address of mallory's own. */
    FediUrl own(String path) {
      return mallory.world().at(mallory.host(), path + NEWCOMERS.incrementAndGet());
    }

    FediUrl victim() {
      return scene.alice().actor().uri();
    }

    /** A note of mallory's that names alice. */
    Tree note() {
      return mallory.note(victim());
    }

    void says(Tree activity) {
      fortress().hears(mallory, activity);
    }

    void says(Outlaw who, Tree activity) {
      fortress().hears(who, activity);
    }

    /** As above, signed by a key of any name. */
    void saysBy(String keyId, Tree activity) {
      var body = activity.toBytes();
      var headers = mallory.signs("POST", fortress().sharedInbox(), body);
      headers.computeIfPresent(
          "Signature", (name, value) -> value.replace(mallory.keyId().text(), keyId));
      fortress().hears(headers, body);
    }

    /** Somebody follows alice, so that her node answers them. */
    void follows(Outlaw who) {
      says(who, who.activity("Follow", victim()));
    }

    void isFollowed(Outlaw who) {
      scene.alice().asksToFollow(who);
    }

    void asksFor(String path) {
      scene.carol().api().get(path);
    }

    static String encoded(String text) {
      return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  static List<Lure> all() {
    return Stream.of(
            ActivityLures.all(),
            PostLures.all(),
            ActorLures.all(),
            DocumentLures.all(),
            AppLures.all())
        .flatMap(List::stream)
        .toList();
  }

  static Tree thing(String type, String id) {
    return Tree.of(Map.of("type", type, "id", id));
  }
}
