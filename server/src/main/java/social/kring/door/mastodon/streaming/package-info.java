/**
 * The live part of the client API: whoever keeps a connection open is told of what happens within a
 * second, by WebSocket (RFC 6455) or server-sent events.
 *
 * <p>It follows the log with a cursor of this process and reads nothing while nobody listens. What
 * happened in a batch is planned for all listeners at once, rendered once for all whom it looks the
 * same to, and sent. Each event says less than or the same as the lists of the client API say to
 * that viewer: who may see what is asked of the parts that own those lists.
 *
 * <p>Consumes, in the way of {@link social.kring.platform.events.EventFollower}, {@code
 * post.created}, {@code post.boosted}, {@code post.edited}, {@code post.deleted}, {@code
 * post.unboosted}, {@code filters.changed}, {@code token.revoked}, and whatever people are notified
 * of.
 */
package social.kring.door.mastodon.streaming;
