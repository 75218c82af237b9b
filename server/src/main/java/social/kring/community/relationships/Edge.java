package social.kring.community.relationships;

/**
 * One entry of a list of actors.
 *
 * @param id the list's own id of the entry: what pages are asked by
 * @param actor the actor's id
 */
public record Edge(long id, long actor) {}
