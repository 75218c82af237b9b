/**
 * The people of this node: their profiles and settings.
 *
 * <p>Owns the table {@code person}; what a person shares with every other actor is kept by {@link
 * social.kring.federation.actors}. Records {@code person.created} and {@code person.updated}, whose
 * subject is the actor; the latter is sent to followers as an Update. ActivityPub §6.3.
 */
package social.kring.community.people;
