package social.kring.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import social.kring.testing.RawConnection;

/** Sends a request that never ends, a byte at a time. */
final class Dripper implements AutoCloseable {
  private final RawConnection connection;

  /**
   * @param begun what is sent at once
   */
  Dripper(int port, String begun) {
    try {
      connection = new RawConnection(port).says(begun);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * @return whether somebody still listens
   */
  boolean drips() {
    try {
      connection.says("x");
      return true;
    } catch (IOException dropped) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
