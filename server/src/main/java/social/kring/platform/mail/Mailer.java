package social.kring.platform.mail;

/** Sends letters, where the node can. */
public interface Mailer {

  /** Whether the operator named a server that takes mail. */
  boolean available();

  /**
   * Hands over a letter. One that the server refuses for good is given up.
   *
   * @throws social.kring.protocol.Problem UPSTREAM where the server cannot be reached or is not
   *     ready: try again
   */
  void send(Letter letter);

  /** Where no server is named. */
  static Mailer none() {
    return new Mailer() {
      @Override
      public boolean available() {
        return false;
      }

      @Override
      public void send(Letter letter) {
        throw new IllegalStateException("no server takes mail");
      }
    };
  }
}
