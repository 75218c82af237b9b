/**
 * Every actor, here and elsewhere: its id, type, handle, keys, addresses, profile and standing.
 *
 * <p>Ids and all other addresses are stored, never computed. Owns the tables {@code actor} and
 * {@code actor_key}. ActivityPub §4, FEP-2c59, FEP-521a.
 */
package social.kring.federation.actors;
