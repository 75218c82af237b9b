package social.kring.door.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import social.kring.community.media.MediaLinks;
import social.kring.community.posts.EntryView;
import social.kring.community.posts.PostCounts;
import social.kring.community.posts.PostMedia;
import social.kring.community.posts.PostPoll;
import social.kring.community.posts.PostRow;
import social.kring.community.posts.PostView;
import social.kring.community.previews.Preview;
import social.kring.platform.domains.Domain;

/** Turns posts into what pages show of them. */
final class PostCards {
  private final Portraits portraits;

  PostCards(Domain domain, MediaLinks links) {
    this.portraits = new Portraits(domain, links);
  }

  List<PostCard> of(List<EntryView> entries) {
    return entries.stream().map(entry -> of(entry, 0)).toList();
  }

  PostCard of(EntryView entry, int depth) {
    var view = entry.post();
    var post = view.post();
    return new PostCard(
        portraits.of(view.author()),
        entry.boost().map(boost -> portraits.of(boost.booster())),
        stamp(post),
        body(view),
        tally(post.state().counts()),
        answers(view),
        depth);
  }

  private static PostCard.Stamp stamp(PostRow post) {
    return new PostCard.Stamp(
        new Moment(post.state().published()),
        post.state().edited().map(Moment::new),
        post.addresses().page().text(),
        !post.local());
  }

  private Body body(PostView view) {
    var post = view.post();
    var text = post.body().text();
    return new Body(
        text.html(),
        text.spoiler(),
        text.sensitive(),
        post.body().media().stream().map(this::medium).toList(),
        post.body().poll().map(PostCards::lines).orElse(List.of()),
        view.preview().map(this::clipping),
        text.language());
  }

  private Clipping clipping(Preview preview) {
    return new Clipping(
        preview.url().text(),
        preview.url().host(),
        preview.title(),
        preview.description(),
        preview.origins().language(),
        preview.picture().flatMap(url -> portraits.shown(url.text())));
  }

  private Medium medium(PostMedia medium) {
    var kind = kind(medium.mediaType().toLowerCase(Locale.ROOT));
    var picture = medium.preview().map(PostMedia.Preview::url);
    return new Medium(
        kind,
        portraits.shown(medium.url().text()).orElseGet(() -> medium.url().text()),
        medium.url().host(),
        medium.description().orElse(""),
        picture
            .or(() -> Optional.of(medium.url()).filter(any -> kind == Medium.Kind.PICTURE))
            .flatMap(url -> portraits.shown(url.text())));
  }

  private static Medium.Kind kind(String mediaType) {
    return switch (mediaType.substring(0, mediaType.indexOf('/'))) {
      case "image" -> Medium.Kind.PICTURE;
      case "video" -> Medium.Kind.FILM;
      case "audio" -> Medium.Kind.SOUND;
      default -> Medium.Kind.FILE;
    };
  }

  private static List<PollLine> lines(PostPoll poll) {
    var all = Math.max(1, poll.votesCount());
    var isSecret = poll.hidesTotals() && !poll.ended();
    return poll.options().stream()
        .map(
            option ->
                new PollLine(
                    option.title(), isSecret ? 0 : Math.round(100.0 * option.votes() / all)))
        .toList();
  }

  private static List<Figure> tally(PostCounts counts) {
    return Figure.some(
        Figure.of(counts.replies(), "answer", "answers"),
        Figure.of(counts.boosts(), "boost", "boosts"),
        Figure.of(counts.favourites(), "like", "likes"));
  }

  /** Only what is known of the parent: the first who is named, as programs write them first. */
  private static Optional<String> answers(PostView view) {
    var parent = view.post().thread().parent();
    if (parent.isEmpty() || parent.get().author() == view.author().id()) return Optional.empty();
    return view.mentioned().stream()
        .filter(actor -> actor.id() == parent.get().author())
        .map(actor -> actor.handle().toString())
        .findFirst();
  }
}
