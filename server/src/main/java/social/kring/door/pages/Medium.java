package social.kring.door.pages;

/**
 * A picture, sound or film of a post.
 *
 * @param kind what it is, in a word
 * @param shown whether it lies on this domain, so that the page may load it
 */
record Medium(String kind, String url, String host, String description, boolean shown) {}
