/**
 * The node's log: what happened, to what, and what peers shall hear of it.
 *
 * <p>Whatever changes state records one row in the same transaction; consumers follow the log, each
 * at its own pace, and nothing else flows up through the layers.
 *
 * <p>Owns the tables {@code event} and {@code event_cursor}.
 */
package social.kring.platform.events;
