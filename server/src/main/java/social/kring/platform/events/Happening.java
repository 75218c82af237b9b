package social.kring.platform.events;

import java.util.Optional;
import social.kring.protocol.json.Tree;

/**
 * Something that happened, as its author records it.
 *
 * @param kind what happened, as {@code "owner.happened"}: {@code "post.created"}
 * @param subject the id of the row that it happened to; events of one subject keep their order
 * @param details what consumers need beyond the subject, never private content
 * @param publication what peers shall hear of it, if anything
 */
public record Happening(
    String kind, long subject, Tree details, Optional<Publication> publication) {

  /** A happening that stays on this node. */
  public static Happening here(String kind, long subject, Tree details) {
    return new Happening(kind, subject, details, Optional.empty());
  }

  /** A happening that peers are told of. */
  public static Happening published(
      String kind, long subject, Tree details, Publication publication) {
    return new Happening(kind, subject, details, Optional.of(publication));
  }
}
