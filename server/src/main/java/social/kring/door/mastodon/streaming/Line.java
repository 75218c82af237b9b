package social.kring.door.mastodon.streaming;

/** An open connection to an app. Any thread may use it; none waits for it. */
interface Line {

  /** Whether so much is on its way already that the app does not keep up. */
  boolean isFull();

  void send(Message message);

  /** Shows that both ends live, also to proxies between them. */
  void beat();

  /** Whether a living app answers each beat. */
  boolean answersBeats();

  /** Ends it in good order. */
  void close(Ending why);

  /** Ends it at once: the app does not read what is sent. */
  void hangUp();

  /** Why it ends, in the codes of RFC 6455 §7.4.1. */
  enum Ending {
    GOING_AWAY(1001, "the node stops"),
    NOT_ALLOWED(1008, "the access token is invalid");

    private final short code;
    private final String words;

    Ending(int code, String words) {
      this.code = (short) code;
      this.words = words;
    }

    short code() {
      return code;
    }

    String words() {
      return words;
    }
  }
}
