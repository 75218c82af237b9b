/**
 * What actors elsewhere announce about themselves: that they have changed, that they are no more.
 *
 * <p>Handles {@code Update} and {@code Delete} of an actor. Records {@code actor.deleted} by way of
 * {@link social.kring.federation.actors.Departures}. ActivityPub §7.3, §7.4.
 */
package social.kring.federation.profiles;
