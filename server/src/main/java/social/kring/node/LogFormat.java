package social.kring.node;

/** How log lines look. */
public enum LogFormat {
  /** For eyes. */
  TEXT,
  /** For whatever collects logs. */
  JSON
}
