package social.kring.community.lists;

/**
 * Somebody on a list.
 *
 * @param id of the membership: pages go by it
 */
public record Member(long id, long actor) {}
