package social.kring.door.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import social.kring.community.posts.EntryView;
import social.kring.community.posts.PostEntry;
import social.kring.community.posts.PostRow;
import social.kring.platform.domains.Domain;
import social.kring.platform.html.Sanitizer;
import social.kring.protocol.activitystreams.Audience.Visibility;

/** Puts the page of a post together, with what stands around it. */
final class Threads {
  private static final int MOST_ANSWERS = 100;
  private static final int DEEPEST = 4;

  private final PageSources sources;
  private final Frames frames;
  private final Sanitizer sanitizer = new Sanitizer();

  Threads(PageSources sources, Frames frames) {
    this.sources = sources;
    this.frames = frames;
  }

  /** A post of this node that everyone may see. */
  Optional<EntryView> find(long id) {
    return sources
        .posts()
        .finder()
        .entry(sources.database(), PageSources.EVERYONE, id)
        .filter(entry -> !entry.isBoost())
        .flatMap(entry -> sources.posts().posts().read(sources.database(), entry))
        .filter(view -> view.post().post().local());
  }

  ThreadPage page(Domain domain, EntryView post) {
    var cards = new PostCards(domain, sources.links());
    var around =
        sources.posts().threads().around(sources.database(), PageSources.EVERYONE, post.id());
    var answers = around.descendants();
    return new ThreadPage(
        frame(domain, post),
        cards.of(read(around.ancestors())),
        cards.of(post, 0),
        answers(cards, post.id(), answers.subList(0, Math.min(MOST_ANSWERS, answers.size()))),
        answers.size() > MOST_ANSWERS,
        "/app/@" + post.post().author().handle().name() + "/" + post.id());
  }

  private Frame frame(Domain domain, EntryView entry) {
    var post = entry.post().post();
    var author = entry.post().author();
    var face = new Portraits(domain, sources.links()).of(author);
    var card =
        new Frame.Card(
            "article", face.name() + " (" + face.handle() + ")", said(post), face.picture());
    var links =
        new Frame.Links(
            Optional.of(post.addresses().page().text()),
            Optional.of(post.uri().text()),
            Optional.of(face.page() + ".atom"),
            List.of());
    return frames.of(
        card,
        links,
        author.standing().choices().discoverable()
            && post.kind().visibility() == Visibility.PUBLIC);
  }

  /** What is behind a warning stays behind it where the post is linked to. */
  private String said(PostRow post) {
    var text = post.body().text();
    return text.spoiler().isEmpty()
        ? Excerpt.of(sanitizer, text.html())
        : Excerpt.cut(text.spoiler());
  }

  /** Each a step further in than what it answers. */
  private List<PostCard> answers(PostCards cards, long root, List<PostEntry> entries) {
    var depths = new HashMap<Long, Integer>();
    depths.put(root, 0);
    return read(entries).stream()
        .map(
            view -> {
              var parent = view.post().post().thread().parent().map(each -> each.post());
              var depth = parent.map(id -> depths.getOrDefault(id, 0)).orElse(0) + 1;
              depths.put(view.id(), depth);
              return cards.of(view, Math.min(DEEPEST, depth - 1));
            })
        .toList();
  }

  private List<EntryView> read(List<PostEntry> entries) {
    return sources.posts().posts().read(sources.database(), entries);
  }
}
