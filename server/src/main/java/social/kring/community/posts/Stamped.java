package social.kring.community.posts;

/**
 * An entry of a list with the stamp of all that is shown of it: as long as the stamp is the same,
 * so is what is shown.
 *
 * @param favourited by the viewer, who may also have boosted the post
 */
public record Stamped(PostEntry entry, String stamp, boolean favourited, boolean boosted) {}
