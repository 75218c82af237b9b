package social.kring.door.oauth;

import java.util.Optional;

/**
 * What the page shows on which somebody signs in.
 *
 * @param node the node's name
 * @param next the path on this node that follows, with its query
 * @param form the value that the form has to send back as {@code csrf}
 * @param login what was typed before, if it did not fit
 * @param problem why it did not
 * @param open whether people can sign up here
 */
public record SignInPage(
    String node, String next, String form, String login, Optional<String> problem, boolean open) {}
