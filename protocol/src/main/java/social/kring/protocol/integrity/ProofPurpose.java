package social.kring.protocol.integrity;

/** What a proof is for; made for one purpose, it does not serve another. Data Integrity §2.1. */
public enum ProofPurpose {
  /** Whoever signed says what the document says. */
  ASSERTION("assertionMethod"),
  /** Whoever signed is here now, and answers a challenge. */
  AUTHENTICATION("authentication");

  private final String text;

  ProofPurpose(String text) {
    this.text = text;
  }

  /** As a proof says it. */
  public String text() {
    return text;
  }
}
