/**
 * How activities go out: audiences expanded into deliveries, lanes a host and sender, retried until
 * they arrive or a week has passed.
 *
 * <p>Owns the tables {@code delivery} and {@code delivery_lane}. ActivityPub §7.1.
 */
package social.kring.federation.sending;
