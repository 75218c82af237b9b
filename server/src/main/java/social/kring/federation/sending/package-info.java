/**
 * How activities go out: audiences expanded into deliveries, lanes a host and sender, retried until
 * they arrive or a week has passed.
 *
 * <p>A lane is all that one actor here sends to one host: first in, first out, one at a time. A
 * host that is well is given four lanes at once, any other one; those together never take more than
 * half of what this process sends at once, so that dead, slow and hostile hosts delay each other
 * only.
 *
 * <p>Owns the tables {@code outgoing_activity}, {@code delivery}, {@code delivery_host}, {@code
 * delivery_lane}, {@code inbox_gone} and {@code delivery_refusal}. Consumes every event with a
 * publication. ActivityPub §7.1.
 */
package social.kring.federation.sending;
