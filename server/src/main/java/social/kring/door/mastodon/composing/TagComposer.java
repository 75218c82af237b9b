package social.kring.door.mastodon.composing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import social.kring.community.hashtags.Hashtags;
import social.kring.community.hashtags.TagUse;
import social.kring.community.hashtags.TagView;
import social.kring.door.mastodon.entities.FeaturedTag;
import social.kring.door.mastodon.entities.Tag;
import social.kring.platform.storage.Queries;

/** Composes hashtags, which go by their name. */
public final class TagComposer {
  private final Faces faces;
  private final Hashtags hashtags;

  public TagComposer(Faces faces, Hashtags hashtags) {
    this.faces = faces;
    this.hashtags = hashtags;
  }

  /**
   * In their order.
   *
   * @param viewer the actor's id; 0 is the public
   * @param names in lower case, without the number sign
   */
  public List<Tag> of(Queries queries, long viewer, List<String> names) {
    return hashtags.views(queries, viewer, names).stream().map(view -> tag(viewer, view)).toList();
  }

  public Tag one(Queries queries, long viewer, String name) {
    return of(queries, viewer, List.of(name)).getFirst();
  }

  public FeaturedTag featured(social.kring.community.hashtags.FeaturedTag tag) {
    return new FeaturedTag(
        Long.toString(tag.id()),
        tag.name(),
        faces.tag(tag.name()),
        Long.toString(tag.posts()),
        tag.lastPost().map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC)));
  }

  private Tag tag(long viewer, TagView view) {
    return new Tag(
        view.name(),
        view.name(),
        faces.tag(view.name()),
        view.history().stream().map(TagComposer::day).toList(),
        Optional.of(view.followed()).filter(any -> viewer != 0),
        Optional.of(view.featured()).filter(any -> viewer != 0));
  }

  private static Tag.Day day(TagUse use) {
    return new Tag.Day(
        Long.toString(use.day().atStartOfDay().toEpochSecond(ZoneOffset.UTC)),
        Long.toString(use.uses()),
        Long.toString(use.accounts()));
  }
}
