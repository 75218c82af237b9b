package social.kring.community.hashtags;

import java.util.List;
import java.util.Set;
import social.kring.community.Capability;
import social.kring.community.Foundation;
import social.kring.community.PageRequest;
import social.kring.platform.events.Happening;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** Hashtags as people follow and show them. */
public final class Hashtags {
  private static final int MOST_FOLLOWED = 500;
  private static final int MOST_FEATURED = 10;
  private static final int MOST_SUGGESTED = 10;

  private final TagFollowTable follows = new TagFollowTable();
  private final TagFeatureTable features = new TagFeatureTable();
  private final TagUseReader uses;
  private final Foundation base;

  public Hashtags(Foundation base) {
    this.base = base;
    this.uses = new TagUseReader(base.clock());
  }

  public Capability capability() {
    return Capability.named("hashtags").consuming(new TagForgetting(follows, features));
  }

  /**
   * In their order, in three queries at most.
   *
   * @param viewer the actor's id; 0 is the public
   */
  public List<TagView> views(Queries queries, long viewer, List<String> names) {
    if (names.isEmpty()) return List.of();
    var history = uses.of(queries, names);
    var followed = viewer == 0 ? Set.<String>of() : follows.among(queries, viewer, names);
    var featured = viewer == 0 ? Set.<String>of() : features.among(queries, viewer, names);
    return names.stream()
        .map(
            name ->
                new TagView(
                    name, history.get(name), followed.contains(name), featured.contains(name)))
        .toList();
  }

  /**
   * @throws Problem INVALID where there are too many
   */
  public void follow(Transaction tx, long owner, TagName tag) {
    var followed = new FollowedTag(base.ids().next(), tag.text());
    if (!follows.insert(tx, owner, followed, MOST_FOLLOWED)) {
      throw Problem.invalid(
          "Validation failed: nobody follows more than " + MOST_FOLLOWED + " hashtags");
    }
  }

  /** Nothing happens where it was not followed. */
  public void unfollow(Transaction tx, long owner, TagName tag) {
    if (!follows.delete(tx, owner, tag.text())) return;
    var details = Tree.builder().put("name", tag.text()).build();
    base.events().record(tx, Happening.here("tag.unfollowed", owner, details));
  }

  /** What somebody follows, the newest first. */
  public List<FollowedTag> followed(Queries queries, long owner, PageRequest page) {
    return follows.page(queries, owner, page);
  }

  /**
   * @return whether it was not shown before
   * @throws Problem INVALID where there are too many
   */
  public boolean feature(Transaction tx, long owner, TagName tag) {
    var added = features.insert(tx, base.ids().next(), owner, tag.text());
    if (features.of(tx, owner).size() > MOST_FEATURED) {
      throw Problem.invalid(
          "Validation failed: nobody features more than " + MOST_FEATURED + " hashtags");
    }
    return added;
  }

  /** Nothing happens where it was not shown. */
  public void unfeature(Transaction tx, long owner, TagName tag) {
    features.delete(tx, owner, tag.text());
  }

  /**
   * @throws Problem NOT_FOUND where the owner shows no such hashtag
   */
  public void unfeature(Transaction tx, long owner, long id) {
    if (!features.delete(tx, owner, id)) throw Problem.notFound("Record not found");
  }

  /** What somebody shows on their profile, what they use most first. */
  public List<FeaturedTag> featured(Queries queries, long owner) {
    return features.of(queries, owner);
  }

  /** What somebody uses most and could show. */
  public List<String> suggestions(Queries queries, long owner) {
    return features.suggestions(queries, owner, MOST_SUGGESTED);
  }
}
