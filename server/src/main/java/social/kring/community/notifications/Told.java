package social.kring.community.notifications;

/**
 * What somebody was told.
 *
 * @param owner who was told
 */
public record Told(long owner, NotificationRow row) {}
