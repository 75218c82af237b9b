package social.kring.federation.sending;

/**
 * A group of actors that can be named as recipients.
 *
 * @param name as in {@link social.kring.platform.events.Publication.Recipients}
 * @param sql a query that takes the group's id as {@code $1} and returns one column {@code
 *     actor_id}; local actors among them are left out by whoever sends
 */
public record Audience(String name, String sql) {}
