package social.kring.federation.actors;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Ids;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.url.FediUrl;

/** Makes local actors: mints their addresses once, and their keys. */
public final class ActorMaker {
  private final Ids ids;
  private final Clock clock;
  private final KeyMaker keys;
  private final Minting minting;

  public ActorMaker(Ids ids, Clock clock, KeyMaker keys, Minting minting) {
    this.ids = ids;
    this.clock = clock;
    this.keys = keys;
    this.minting = minting;
  }

  void prepare() {
    keys.prepare();
  }

  record Made(ActorRow row, List<StoredKey> keys) {}

  Made make(NewActor wanted) {
    var id = ids.next();
    var uri = minting.actor(wanted.domain());
    var row =
        new ActorRow(
            id,
            uri,
            new ActorKind(wanted.type(), true),
            new Handle(wanted.name(), wanted.domain().authority()),
            addresses(wanted, uri),
            profile(wanted),
            standing(wanted));
    return new Made(row, keys.make(id, uri));
  }

  private ActorAddresses addresses(NewActor wanted, FediUrl uri) {
    return new ActorAddresses(
        under(uri, "/inbox"),
        Optional.of(wanted.domain().url("/ap/inbox")),
        Optional.of(under(uri, "/outbox")),
        Optional.of(under(uri, "/followers")),
        Optional.of(under(uri, "/following")),
        Optional.of(under(uri, "/featured")),
        wanted.domain().url("/@" + wanted.name()));
  }

  private static FediUrl under(FediUrl uri, String path) {
    return FediUrl.parse(uri.text() + path);
  }

  private ActorProfile profile(NewActor wanted) {
    return new ActorProfile(
        wanted.displayName(),
        "",
        "",
        new ActorProfile.ActorImages(Optional.empty(), Optional.empty()),
        List.of(),
        List.of(),
        clock.instant());
  }

  private static ActorStanding standing(NewActor wanted) {
    return new ActorStanding(
        new ActorStanding.Choices(wanted.locked(), true, false, false),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
