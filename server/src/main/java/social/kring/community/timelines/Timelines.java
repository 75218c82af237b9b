package social.kring.community.timelines;

import java.util.Collection;
import java.util.List;
import social.kring.community.Capability;
import social.kring.community.PageRequest;
import social.kring.community.posts.EntryQuery;
import social.kring.community.posts.PostEntry;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Queries;

/** The lists that people read, newest first; each page is full as long as there is more. */
public final class Timelines {
  /** Names the consumer that brings posts home. */
  public static final String HOME = "timelines.home";

  private final HomeTable home = new HomeTable();
  private final PublicLists lists = new PublicLists();
  private final Capability capability;

  public Timelines(Database database) {
    this.capability =
        Capability.named("timelines")
            .consuming(new HomeFeed(home))
            .working(new HomeTrim(home, database));
  }

  public Capability capability() {
    return capability;
  }

  /** What came home to somebody. */
  public EntryQuery home(long owner, PageRequest page) {
    return home.page(owner, page);
  }

  /**
   * Which of these posts and boosts came home to which of these owners, who may see them now: for
   * those who watch. Known once the consumer {@link #HOME} has taken the event.
   */
  public List<Arrival> arrived(Queries queries, Collection<Long> owners, Collection<Long> entries) {
    return home.arrived(queries, owners, entries);
  }

  /** By what entries these posts are at home with which of these owners, who may see them now. */
  public List<Arrival> showing(Queries queries, Collection<Long> owners, Collection<Long> posts) {
    return home.showing(queries, owners, posts);
  }

  /** The same for posts that were deleted, so that nobody may see them. */
  public List<Arrival> kept(Queries queries, Collection<Long> owners, Collection<Long> posts) {
    return home.kept(queries, owners, posts);
  }

  /**
   * All public posts.
   *
   * @param viewer the actor's id; 0 is the public
   */
  public EntryQuery everyone(long viewer, TimelineFilter filter, PageRequest page) {
    return lists.everyone(viewer, filter, page);
  }

  /**
   * All public posts with a hashtag.
   *
   * @param tag without its number sign, in any case
   */
  public List<PostEntry> hashtag(
      Queries queries, long viewer, String tag, TimelineFilter filter, PageRequest page) {
    return tagged(queries, viewer, TagChoice.of(tag), filter, page);
  }

  /** All public posts with some hashtags. */
  public List<PostEntry> tagged(
      Queries queries, long viewer, TagChoice tags, TimelineFilter filter, PageRequest page) {
    return lists.tagged(queries, viewer, tags, filter, page);
  }
}
