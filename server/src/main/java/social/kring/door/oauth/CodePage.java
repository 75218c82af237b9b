package social.kring.door.oauth;

/**
 * What the page shows from which somebody copies a code into an app that cannot be sent one.
 *
 * @param node the node's name
 */
public record CodePage(String node, String application, String code) {}
