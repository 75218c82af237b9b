package social.kring.federation.actors;

/** What an actor is, and whether it lives on this node. */
public record ActorKind(Type type, boolean local) {

  /** ActivityStreams actor types, Vocabulary §3.2. */
  public enum Type {
    PERSON("Person"),
    SERVICE("Service"),
    APPLICATION("Application"),
    GROUP("Group"),
    ORGANIZATION("Organization");

    private final String text;

    Type(String text) {
      this.text = text;
    }

    /** As ActivityStreams spells it. */
    public String text() {
      return text;
    }
  }
}
