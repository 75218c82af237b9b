package social.kring.door.mastodon.composing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import social.kring.community.posts.BoostView;
import social.kring.community.posts.EntryView;
import social.kring.community.posts.PostEntry;
import social.kring.community.posts.PostReader;
import social.kring.community.posts.PostThread;
import social.kring.community.posts.PostView;
import social.kring.door.api.Engraving;
import social.kring.door.mastodon.entities.Account;
import social.kring.door.mastodon.entities.Status;
import social.kring.door.mastodon.entities.Status.PostedWith;
import social.kring.door.mastodon.entities.Status.QuoteApproval;
import social.kring.door.mastodon.entities.Status.ViewerMarks;
import social.kring.door.mastodon.entities.StatusMention;
import social.kring.door.mastodon.entities.StatusTag;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Queries;
import social.kring.protocol.activitystreams.Audience.Visibility;

/**
 * Renders posts and boosts as the public sees them: a page takes nine queries. Whether somebody may
 * see them has been asked before.
 */
final class StatusRenderer {
  private final PostReader posts;
  private final AccountComposer accounts;
  private final BodyComposer bodies;
  private final Faces faces;

  StatusRenderer(PostReader posts, AccountComposer accounts, BodyComposer bodies, Faces faces) {
    this.posts = posts;
    this.accounts = accounts;
    this.bodies = bodies;
    this.faces = faces;
  }

  /** In their order; what was deleted meanwhile is left out. */
  List<Rendering> of(Queries queries, List<PostEntry> entries) {
    var views = posts.read(queries, entries);
    var people = accounts.byId(queries, views.stream().flatMap(StatusRenderer::shown).toList());
    return views.stream().map(view -> new Rendering(view, status(view, people))).toList();
  }

  private static Stream<ActorRow> shown(EntryView view) {
    return Stream.concat(
        Stream.of(view.post().author()), view.boost().stream().map(BoostView::booster));
  }

  private Status status(EntryView view, Map<Long, Account> people) {
    var post = status(view.post(), people);
    return view.boost().map(boost -> boost(boost, post, people)).orElse(post);
  }

  private Status status(PostView view, Map<Long, Account> people) {
    var post = view.post();
    var text = post.body().text();
    var emojis = bodies.emojis(post.body());
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
        bodies.media(post.body()),
        post.kind().writtenWith().map(app -> new PostedWith(app.name(), app.website())),
        view.mentioned().stream().map(this::mention).toList(),
        view.tags().stream().map(this::tag).toList(),
        emojis,
        counts.boosts(),
        counts.favourites(),
        counts.quotes(),
        counts.replies(),
        Optional.of(post.addresses().page().text()),
        parent.map(PostThread.Parent::post).map(id -> Long.toString(id)),
        parent.map(PostThread.Parent::author).map(id -> Long.toString(id)),
        Optional.empty(),
        post.body().poll().map(poll -> bodies.poll(post.id(), poll, emojis)),
        view.preview().map(preview -> CardComposer.card(preview, faces)),
        text.language(),
        Optional.empty(),
        post.state().edited(),
        Optional.empty(),
        QuoteApproval.NONE,
        ViewerMarks.NONE,
        new Engraving());
  }

  /** A boost has an id, a time and an author of its own, and the post inside. */
  private Status boost(BoostView view, Status shown, Map<Long, Account> people) {
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
        shown.application(),
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
        ViewerMarks.NONE,
        new Engraving());
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

  static String text(Visibility visibility) {
    return visibility.name().toLowerCase(Locale.ROOT);
  }
}
