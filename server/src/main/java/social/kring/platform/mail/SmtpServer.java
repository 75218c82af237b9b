package social.kring.platform.mail;

import java.util.Optional;

/**
 * The server that takes the node's mail.
 *
 * @param from the address that letters come from
 */
public record SmtpServer(
    String host, int port, Security security, Optional<Login> login, String from) {

  /** How the way there is guarded. */
  public enum Security {
    /** Encrypted after a word in the clear, or not at all. RFC 3207. */
    STARTTLS,
    /** Encrypted from the start. RFC 8314. */
    TLS,
    /** In the clear: for a server on the same machine. */
    NONE
  }

  /** How the node signs in there. */
  public record Login(String user, String password) {

    /** Hides the password wherever records end up in a log. */
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }
}
