package social.kring.community.people;

import social.kring.platform.domains.Domain;

/**
 * A person to be made.
 *
 * @param name the local part of the handle
 * @param domain the domain that the person is served under
 * @param displayName may be empty
 */
public record NewPerson(String name, Domain domain, String displayName) {}
