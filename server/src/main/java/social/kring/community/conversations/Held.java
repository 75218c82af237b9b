package social.kring.community.conversations;

/**
 * A conversation of somebody.
 *
 * @param owner the actor's id
 */
public record Held(long owner, Conversation conversation) {}
