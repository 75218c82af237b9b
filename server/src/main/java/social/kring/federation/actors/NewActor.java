package social.kring.federation.actors;

import social.kring.platform.domains.Domain;

/**
 * A local actor to be made.
 *
 * @param name the local part of its handle
 * @param domain the domain that it is served under
 */
public record NewActor(
    ActorKind.Type type, String name, Domain domain, String displayName, boolean locked) {}
