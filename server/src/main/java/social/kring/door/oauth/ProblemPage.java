package social.kring.door.oauth;

/**
 * What the page shows when there is nowhere to send an error to.
 *
 * @param node the node's name
 * @param problem one sentence
 */
public record ProblemPage(String node, String problem) {}
