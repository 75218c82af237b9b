package social.kring.federation.actors;

/** The lists that an actor publishes under addresses of their own. */
public enum ActorCollection {
  OUTBOX("outbox"),
  FOLLOWERS("followers"),
  FOLLOWING("following"),
  FEATURED("featured");

  private final String column;

  ActorCollection(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }
}
