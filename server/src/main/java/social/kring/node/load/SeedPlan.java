package social.kring.node.load;

/**
 * How much is made.
 *
 * @param reader somebody here
 * @param accounts people elsewhere
 * @param posts by them
 * @param follows whom the reader follows
 */
record SeedPlan(String reader, int accounts, int posts, int follows) {
  private static final int OWN = 2_000;

  /** Posts by the reader. */
  int own() {
    return Math.min(OWN, posts);
  }
}
