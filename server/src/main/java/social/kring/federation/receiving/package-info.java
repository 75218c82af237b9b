/**
 * How activities come in: checked at the border, stored before they are acknowledged, handled once.
 *
 * <p>Owns the tables {@code inbox_event} and {@code tombstone}. ActivityPub §7.
 */
package social.kring.federation.receiving;
