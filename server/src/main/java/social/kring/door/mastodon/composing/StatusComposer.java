package social.kring.door.mastodon.composing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import social.kring.community.posts.BoostView;
import social.kring.community.posts.EntryView;
import social.kring.community.posts.Marks;
import social.kring.community.posts.PostEntry;
import social.kring.community.posts.PostReading;
import social.kring.community.posts.PostThread;
import social.kring.community.posts.PostView;
import social.kring.door.mastodon.entities.Account;
import social.kring.door.mastodon.entities.Status;
import social.kring.door.mastodon.entities.Status.QuoteApproval;
import social.kring.door.mastodon.entities.Status.ViewerMarks;
import social.kring.door.mastodon.entities.StatusMention;
import social.kring.door.mastodon.entities.StatusTag;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Queries;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Audience.Visibility;

/** Composes posts and boosts: a page takes nine queries, eleven for somebody who is signed in. */
public final class StatusComposer {
  private final PostReading reading;
  private final AccountComposer accounts;
  private final BodyComposer bodies;
  private final Faces faces;

  public StatusComposer(
      PostReading reading, AccountComposer accounts, BodyComposer bodies, Faces faces) {
    this.reading = reading;
    this.accounts = accounts;
    this.bodies = bodies;
    this.faces = faces;
  }

  /**
   * In their order. Whether the viewer may see them has been asked before.
   *
   * @param viewer the actor's id; 0 is the public
   */
  public List<Status> of(Queries queries, long viewer, List<PostEntry> entries) {
    var views = reading.posts().read(queries, entries);
    return new Batch(accounts(queries, views), marks(queries, viewer, views), viewer).of(views);
  }

  /**
   * A post or a boost, if the viewer may see it.
   *
   * @throws Problem NOT_FOUND where there is none for this viewer
   */
  public Status require(Queries queries, long viewer, long id) {
    return reading.finder().entry(queries, viewer, id).stream()
        .flatMap(entry -> of(queries, viewer, List.of(entry)).stream())
        .findFirst()
        .orElseThrow(() -> Problem.notFound("Record not found"));
  }

  private Map<Long, Account> accounts(Queries queries, List<EntryView> views) {
    var shown =
        views.stream()
            .flatMap(
                view ->
                    Stream.concat(
                        Stream.of(view.post().author()),
                        view.boost().stream().map(BoostView::booster)))
            .toList();
    return accounts.byId(queries, shown);
  }

  private Marks marks(Queries queries, long viewer, List<EntryView> views) {
    var posts = views.stream().map(view -> view.post().post().id()).distinct().toList();
    return viewer == 0 ? Marks.NONE : reading.marks().of(queries, viewer, posts);
  }

  private final class Batch {
    private final Map<Long, Account> people;
    private final Marks marks;
    private final long viewer;

    Batch(Map<Long, Account> people, Marks marks, long viewer) {
      this.people = people;
      this.marks = marks;
      this.viewer = viewer;
    }

    List<Status> of(List<EntryView> views) {
      return views.stream().map(this::status).toList();
    }

    private Status status(EntryView view) {
      var post = status(view.post());
      return view.boost().map(boost -> boost(boost, view.post(), post)).orElse(post);
    }

    private Status status(PostView view) {
      var post = view.post();
      var text = post.body().text();
      var emojis = BodyComposer.emojis(post.body());
      var counts = post.state().counts();
      var parent = post.thread().parent();
      return new Status(
          Long.toString(post.id()),
          post.uri().text(),
          post.state().published(),
          people.get(view.author().id()),
          text.html(),
          text(post.kind().visibility()),
          text.sensitive(),
          text.spoiler(),
          BodyComposer.media(post.body()),
          Optional.empty(),
          view.mentioned().stream().map(this::mention).toList(),
          view.tags().stream().map(this::tag).toList(),
          emojis,
          counts.boosts(),
          counts.favourites(),
          0,
          counts.replies(),
          Optional.of(post.addresses().page().text()),
          parent.map(PostThread.Parent::post).map(id -> Long.toString(id)),
          parent.map(PostThread.Parent::author).map(id -> Long.toString(id)),
          Optional.empty(),
          post.body().poll().map(poll -> bodies.poll(post.id(), poll, emojis, viewer != 0)),
          view.preview().map(CardComposer::card),
          text.language(),
          Optional.empty(),
          post.state().edited(),
          Optional.empty(),
          QuoteApproval.NONE,
          marks(view));
    }

    /** A boost has an id, a time and an author of its own, and the post inside. */
    private Status boost(BoostView view, PostView post, Status shown) {
      var boost = view.boost();
      return new Status(
          Long.toString(boost.id()),
          boost.uri().text(),
          boost.at(),
          people.get(view.booster().id()),
          shown.content(),
          text(boost.visibility()),
          shown.sensitive(),
          shown.spoilerText(),
          shown.mediaAttachments(),
          Optional.empty(),
          shown.mentions(),
          shown.tags(),
          shown.emojis(),
          shown.reblogsCount(),
          shown.favouritesCount(),
          shown.quotesCount(),
          shown.repliesCount(),
          shown.url(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(shown),
          Optional.empty(),
          Optional.empty(),
          shown.language(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          QuoteApproval.NONE,
          marks(post));
    }

    private ViewerMarks marks(PostView view) {
      if (viewer == 0) return ViewerMarks.NONE;
      var post = view.post();
      var own = post.author() == viewer;
      return new ViewerMarks(
          Optional.of(marks.favourited().contains(post.id())),
          Optional.of(marks.boosted().contains(post.id())),
          Optional.of(false),
          Optional.of(false),
          Optional.of(post.state().pinned().isPresent()).filter(pinned -> own),
          Optional.of(List.of()));
    }

    private StatusMention mention(ActorRow actor) {
      return new StatusMention(
          Long.toString(actor.id()),
          actor.handle().name(),
          actor.addresses().page().text(),
          faces.acct(actor));
    }

    private StatusTag tag(String name) {
      return new StatusTag(name, faces.tag(name));
    }
  }

  static String text(Visibility visibility) {
    return visibility.name().toLowerCase(Locale.ROOT);
  }
}
