package social.kring.federation.actors;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Actor;
import social.kring.protocol.activitystreams.ActorKey;
import social.kring.protocol.integrity.Multikey;
import social.kring.protocol.signature.PublicKeys;
import social.kring.protocol.url.FediUrl;

/**
 * The keys in an actor's document that are its own. A document may name any key; that does not make
 * it the actor's, or one could take the keys of all others on the same host.
 */
final class ForeignKeys {
  /** What is longer does not fit into an index. */
  private static final int LONGEST_ADDRESS = 2_000;

  private ForeignKeys() {}

  /**
   * @param confirmed a key whose own document leads to this actor, wherever it lies
   */
  static List<StoredKey> of(Actor actor, Optional<FediUrl> confirmed) {
    return actor.keys().stream()
        .filter(key -> fits(key.id()))
        .filter(
            key -> isUnder(actor.uri(), key.id()) || confirmed.filter(key.id()::equals).isPresent())
        .flatMap(ForeignKeys::read)
        .toList();
  }

  private static boolean fits(FediUrl id) {
    return id.text().getBytes(StandardCharsets.UTF_8).length <= LONGEST_ADDRESS;
  }

  /** {@code …/alice#main-key} and {@code …/alice/main-key} lie under {@code …/alice}. */
  private static boolean isUnder(FediUrl actor, FediUrl key) {
    return key.withoutFragment().equals(actor.withoutFragment())
        || key.text().startsWith(actor.text() + "/");
  }

  /** A key of a kind that nobody here can use is left out. */
  private static Stream<StoredKey> read(ActorKey key) {
    try {
      return Stream.of(stored(key));
    } catch (Problem unusable) {
      return Stream.empty();
    }
  }

  /** Whose it is is told when it is stored. */
  private static StoredKey stored(ActorKey key) {
    return switch (key) {
      case ActorKey.Pem(var id, var pem) ->
          new StoredKey(
              id, 0, StoredKey.Kind.RSA, PublicKeys.ofPem(pem).getEncoded(), Optional.empty());
      case ActorKey.Multikey(var id, var text) ->
          new StoredKey(
              id, 0, StoredKey.Kind.POST, Multikey.decode(text).getEncoded(), Optional.empty());
    };
  }
}
