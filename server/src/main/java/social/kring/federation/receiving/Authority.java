package social.kring.federation.receiving;

/** Whether a sender may say what it says. */
public sealed interface Authority {
  record Granted() implements Authority {}

  record Denied(String why) implements Authority {}
}
