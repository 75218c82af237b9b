/**
 * Tells apps that are not running what concerns somebody, by way of the push services that the apps
 * chose.
 *
 * <p>Owns the tables {@code push_subscription} and {@code push_key}. Consumes whatever people are
 * notified of, behind the consumer that writes the notifications, and leaves a job for each
 * message; whether its reader may see it is asked again when it is sent. RFC 8030, RFC 8291, RFC
 * 8292.
 */
package social.kring.community.push;
