package social.kring.door.mastodon.composing;

import java.util.List;
import java.util.Optional;
import social.kring.door.mastodon.entities.Tag;

/** Composes hashtags, which go by their name. */
public final class TagComposer {
  private final Faces faces;

  public TagComposer(Faces faces) {
    this.faces = faces;
  }

  /**
   * @param name in lower case, without the number sign
   * @param signedIn whether somebody looks who could follow it
   */
  public Tag of(String name, boolean signedIn) {
    return new Tag(
        name, name, faces.tag(name), List.of(), Optional.of(false).filter(following -> signedIn));
  }
}
