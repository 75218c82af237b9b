package social.kring.community;

import java.util.Optional;

/**
 * Who asks.
 *
 * @param actor id of the local actor signed in, or of the remote actor who signed the request;
 *     empty: the public
 */
public record Reader(Optional<Long> actor) {
  public static final Reader PUBLIC = new Reader(Optional.empty());

  public static Reader of(long actor) {
    return new Reader(Optional.of(actor));
  }
}
