package social.kring.protocol.json;

/** The terms that Kring adds to ActivityStreams, as every node serves them. */
public final class OwnContext {
  public static final String URL = "https://kring.social/ns/v1";

  private OwnContext() {}

  /** The context document. */
  public static Tree document() {
    return Tree.wrap(BundledContexts.read("kring-v1"));
  }
}
