package social.kring.door.pages;

/**
 * What the page about the node shows.
 *
 * @param joining how one gets an account
 */
record AboutPage(Frame frame, String authority, String version, String joining) {}
