package social.kring.node.demo;

/** Something did not happen: what was expected where, in one line. */
final class Unmet extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unmet(String expected) {
    super(expected);
  }
}
