package social.kring.door.pages;

import java.util.List;
import java.util.Optional;
import social.kring.community.PageRequest;
import social.kring.community.posts.EntryView;
import social.kring.community.posts.PostEntry;
import social.kring.community.timelines.TimelineFilter;
import social.kring.door.Census;
import social.kring.platform.domains.Domain;

/** Puts the pages together that show posts of many people. */
final class Listings {
  private static final int ON_FRONT = 10;
  private static final int PAGE = 20;
  private static final TimelineFilter HERE = new TimelineFilter(TimelineFilter.Origin.HERE, false);

  private final PageSources sources;
  private final Frames frames;
  private final Census census;

  Listings(PageSources sources, Frames frames, Census census) {
    this.sources = sources;
    this.frames = frames;
    this.census = census;
  }

  WelcomePage welcome(Domain domain, String name) {
    var latest =
        sources
            .timelines()
            .everyone(PageSources.EVERYONE, HERE, PageRequest.newest(ON_FRONT))
            .read(sources.database());
    return new WelcomePage(
        frames.ofNode(domain, "/", name),
        numbers(),
        new PostCards(domain, sources.links()).of(read(latest)));
  }

  private List<Figure> numbers() {
    var counts = census.counts();
    return Figure.some(
        Figure.of(counts.people().accounts(), "person", "people"),
        Figure.of(counts.people().activeMonth(), "active this month", "active this month"),
        Figure.of(counts.posts(), "post", "posts"));
  }

  /**
   * @param before where the page begins, by a post's id
   */
  TagPage tag(Domain domain, String name, String path, Optional<Long> before) {
    var request = PageRequest.olderThan(before.orElse(Long.MAX_VALUE), PAGE + 1);
    var found =
        sources
            .timelines()
            .hashtag(sources.database(), PageSources.EVERYONE, name, TimelineFilter.ALL, request);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    return new TagPage(
        frames.ofNode(domain, path, "#" + name),
        name,
        new PostCards(domain, sources.links()).of(read(shown)),
        before.map(id -> path),
        Optional.of(path)
            .filter(each -> found.size() > PAGE)
            .map(each -> each + "?before=" + shown.getLast().id()));
  }

  private List<EntryView> read(List<PostEntry> entries) {
    return sources.posts().posts().read(sources.database(), entries);
  }
}
