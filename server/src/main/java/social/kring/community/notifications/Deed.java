package social.kring.community.notifications;

import java.time.Instant;

/**
 * Something that somebody did.
 *
 * @param id of the event
 * @param actor who did it
 * @param to the post, or the actor, that it was done to
 */
record Deed(long id, long actor, long to, Instant at) {}
