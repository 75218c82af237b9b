package social.kring.federation.sending;

/** How often a host would not take what was sent to it, and what it said. */
public record Refusal(String host, String reason, long times) {}
