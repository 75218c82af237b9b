package social.kring.platform.mail;

/**
 * One letter to one person, in plain text.
 *
 * @param to an address without a name
 */
public record Letter(String to, String subject, String text) {

  /** It may hold a link that only its reader may see. */
  @Override
  public String toString() {
    return "Letter[…]";
  }
}
