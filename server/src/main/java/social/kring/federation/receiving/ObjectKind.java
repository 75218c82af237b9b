package social.kring.federation.receiving;

/** What an activity's object is, as far as it decides who handles it. */
public enum ObjectKind {
  ACTOR,
  POST,
  FOLLOW,
  LIKE,
  ANNOUNCE,
  BLOCK,
  OFFER,
  COLLECTION,
  RELATIONSHIP,
  /** A bare id that nobody here knows and that could not be fetched or is something else. */
  UNKNOWN
}
