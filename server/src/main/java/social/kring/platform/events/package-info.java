/**
 * The node's log: what happened, to what, and what peers shall hear of it.
 *
 * <p>Whatever changes state records one row in the same transaction; consumers follow the log, each
 * at its own pace, and nothing else flows up through the layers.
 *
 * <p>Transactions commit in another order than they recorded in, so a relay numbers what has been
 * committed, and each consumer follows these numbers with a cursor that moves in the same
 * transaction as its effects. What a consumer fails on five times is parked and passed over.
 *
 * <p>Owns the tables {@code event}, {@code event_publication}, {@code event_cursor} and {@code
 * event_failure}.
 */
package social.kring.platform.events;
