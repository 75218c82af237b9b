/**
 * Links on profiles that people prove to be theirs: the page behind one links back to the profile,
 * with {@code rel="me"}. Microformats, {@code rel="me"}.
 *
 * <p>Owns nothing: what was proved is kept with the actor's fields. Consumes {@code
 * person.updated}; asks other hosts in a job, by the careful way of federation.
 */
package social.kring.community.links;
