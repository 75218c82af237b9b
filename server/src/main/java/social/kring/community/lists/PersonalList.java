package social.kring.community.lists;

/**
 * A list that somebody made.
 *
 * @param owner the id of whoever made it, who alone knows of it
 */
public record PersonalList(long id, long owner, ListTerms terms) {}
