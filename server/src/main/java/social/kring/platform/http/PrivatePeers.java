package social.kring.platform.http;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import social.kring.protocol.Problem;
import social.kring.protocol.url.Origin;

/** Which peers may be reached at addresses that are not public. For tests and closed networks. */
public sealed interface PrivatePeers {

  boolean allow(Origin origin);

  /** Nobody: what every node on the internet wants. */
  record None() implements PrivatePeers {
    @Override
    public boolean allow(Origin origin) {
      return false;
    }
  }

  /** Everybody. */
  record All() implements PrivatePeers {
    @Override
    public boolean allow(Origin origin) {
      return true;
    }
  }

  /** Only those named, each by host and port. */
  record Named(Set<Place> places) implements PrivatePeers {
    public Named {
      places = Set.copyOf(places);
    }

    @Override
    public boolean allow(Origin origin) {
      return places.contains(new Place(origin.host(), origin.port()));
    }
  }

  /** A host and its port. */
  record Place(String host, int port) {}

  /**
   * Reads {@code false}, {@code true}, or a list {@code host:port,host:port}.
   *
   * @throws Problem MALFORMED, naming the entry
   */
  static PrivatePeers parse(String setting) {
    return switch (setting.strip()) {
      case "false" -> new None();
      case "true" -> new All();
      case String list ->
          new Named(
              Arrays.stream(list.split(",", -1))
                  .map(entry -> place(entry.strip()))
                  .collect(Collectors.toUnmodifiableSet()));
    };
  }

  private static Place place(String entry) {
    if (!entry.matches(".+:[0-9]+")) {
      throw Problem.malformed(
          "\"" + entry + "\" is not a private peer, expected true, false or host:port,host:port");
    }
    var origin = Origin.ofAuthority(entry);
    return new Place(origin.host(), origin.port());
  }
}
