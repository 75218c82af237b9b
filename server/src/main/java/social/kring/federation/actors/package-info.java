/**
 * Every actor, here and elsewhere: its id, type, handle, keys, addresses, profile and standing.
 *
 * <p>Ids and all other addresses are stored, never computed. Those elsewhere are found by {@link
 * social.kring.federation.actors.RemoteActors}, their keys by {@link
 * social.kring.federation.actors.RemoteKeys}; the node itself asks in the name of its {@link
 * social.kring.federation.actors.InstanceActor}. Owns the tables {@code actor} and {@code
 * actor_key} and the views {@code actor_inbox}, {@code actor_indexable}, {@code actor_origin} and
 * {@code actor_stamp}. Records {@code actor.deleted} where an actor elsewhere is no more.
 * ActivityPub §4, FEP-2c59, FEP-521a, RFC 7033.
 */
package social.kring.federation.actors;
