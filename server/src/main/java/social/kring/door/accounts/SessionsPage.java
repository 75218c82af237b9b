package social.kring.door.accounts;

import java.util.List;
import java.util.Optional;

/**
 * Where somebody is signed in, and with what.
 *
 * @param form the value that forms have to send back as {@code csrf}
 * @param pending an address that waits to be confirmed
 */
public record SessionsPage(
    String node,
    String handle,
    String email,
    Optional<String> pending,
    String form,
    List<Session> sessions) {
  public SessionsPage {
    sessions = List.copyOf(sessions);
  }

  /**
   * A session.
   *
   * @param what the app, the browser, or the operator who made it
   * @param permissions what it may do, in words
   * @param since a day
   * @param used a day
   */
  public record Session(
      String id,
      String kind,
      String what,
      List<String> permissions,
      String since,
      Optional<String> used) {
    public Session {
      permissions = List.copyOf(permissions);
    }
  }
}
