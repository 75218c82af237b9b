package social.kring.community.posts;

import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import social.kring.community.Foundation;
import social.kring.community.media.Shown;
import social.kring.community.media.Uploads;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.PostType;
import social.kring.protocol.url.FediUrl;

/** Writing, editing and deleting posts, as people here do it. */
public final class Posts {
  private final Foundation base;
  private final Tables tables;
  private final Composer composer;
  private final PostFinder finder;
  private final PostStore store;
  private final Publishing publishing;
  private final Quoting quoting;
  private final Uploads uploads;

  Posts(
      Foundation base,
      Tables tables,
      Composer composer,
      PostFinder finder,
      PostStore store,
      Publishing publishing,
      Uploads uploads) {
    this.base = base;
    this.tables = tables;
    this.composer = composer;
    this.finder = finder;
    this.store = store;
    this.publishing = publishing;
    this.quoting = new Quoting(base, tables, finder);
    this.uploads = uploads;
  }

  /**
   * Publishes a post. May ask peers who is meant by a name, for a few seconds.
   *
   * @return its id; the one made before, if the draft's key was used already
   * @throws Problem INVALID for what cannot be published, NOT_FOUND for an answer to a post that
   *     its author may not see, FORBIDDEN for an author who moved
   */
  public long create(ActorRow author, Draft draft) {
    Moved.check(author);
    WordingRules.checkKey(draft.idempotencyKey());
    draft.extras().poll().ifPresent(PollRules::check);
    return draft
        .idempotencyKey()
        .flatMap(key -> tables.idempotency().find(base.database(), author.id(), key))
        .orElseGet(() -> compose(author, draft));
  }

  /**
   * Whether a draft could be published now, as far as that can be told without publishing it.
   *
   * @throws Problem as {@link #create} does
   */
  public void check(ActorRow author, Draft draft) {
    Moved.check(author);
    WordingRules.checkKey(draft.idempotencyKey());
    WordingRules.check(draft.wording());
    draft.extras().poll().ifPresent(PollRules::check);
    draft.inReplyTo().ifPresent(post -> finder.require(base.database(), author.id(), post));
    quoting.quoted(base.database(), author, draft);
  }

  /**
   * Publishes a post if its time has come, which the same transaction decides and writes down.
   *
   * @throws Problem as {@link #create} does
   */
  public void createOnce(ActorRow author, Draft draft, Predicate<Transaction> due) {
    Moved.check(author);
    var composition = composer.compose(base.database(), author, draft.wording());
    base.database()
        .transaction(
            tx -> due.test(tx) ? publish(tx, author, draft, composition) : Long.valueOf(0));
  }

  private long compose(ActorRow author, Draft draft) {
    var composition = composer.compose(base.database(), author, draft.wording());
    return base.database().transaction(tx -> publish(tx, author, draft, composition));
  }

  private long publish(Transaction tx, ActorRow author, Draft draft, Composition composition) {
    var id = base.ids().next();
    var before = draft.idempotencyKey().flatMap(key -> claim(tx, author, key, id));
    if (before.isPresent()) return before.get();
    var parent = draft.inReplyTo().map(each -> finder.require(tx, author.id(), each));
    var row = row(id, author, draft, body(tx, author, id, draft, composition), parent);
    store.add(tx, new NewPost(row, composition.mentions(), composition.tags()));
    quote(tx, author, row, draft);
    var parties =
        parties(tx, author, composition, parent).quoting(tables.quotes().of(tx, row.id()));
    publishing.created(tx, row, parties, composition.tags());
    pollJobs().end(tx, row);
    return id;
  }

  private void quote(Transaction tx, ActorRow author, PostRow row, Draft draft) {
    // What is usual need not be written down.
    draft
        .extras()
        .quotable()
        .filter(policy -> row.open() && !policy.equals(QuotePolicy.usual(row)))
        .ifPresent(policy -> tables.quoteRules().put(tx, row.id(), policy));
    quoting
        .quoted(tx, author, draft)
        .ifPresent(
            quoted -> {
              quoting.accepted(tx, row, quoted);
              publishing.quoted(tx, row);
            });
  }

  /** The post that another request with this key has made, perhaps at the same time. */
  private Optional<Long> claim(Transaction tx, ActorRow author, String key, long id) {
    return tables.idempotency().take(tx, author.id(), key, id, base.clock().instant())
        ? Optional.empty()
        : tables.idempotency().find(tx, author.id(), key);
  }

  private PostRow row(
      long id, ActorRow author, Draft draft, PostBody body, Optional<PostRow> parent) {
    var uri = base.minting().object(author);
    var page = FediUrl.parse(author.addresses().page().text() + "/" + id);
    return new PostRow(
        id,
        new PostAddresses(uri, page, Optional.of(base.minting().activity(author))),
        author.id(),
        new PostKind(
            type(draft.extras().poll()), draft.visibility(), true, draft.extras().writtenWith()),
        body,
        thread(uri, parent),
        PostState.published(base.clock().instant()));
  }

  private PostBody body(
      Transaction tx, ActorRow author, long id, Draft draft, Composition composition) {
    return new PostBody(
        composition.text(),
        media(tx, author, id, draft.wording()),
        composition.emojis(),
        asked(draft.extras().poll()));
  }

  private List<PostMedia> media(Transaction tx, ActorRow author, long post, Wording wording) {
    return uploads.attach(tx, author, post, wording.media()).stream().map(PostMedia::of).toList();
  }

  private static PostType type(Optional<?> poll) {
    return poll.isPresent() ? PostType.QUESTION : PostType.NOTE;
  }

  private Optional<PostPoll> asked(Optional<PollDraft> poll) {
    return poll.map(draft -> draft.asked(base.clock().instant()));
  }

  private PollJobs pollJobs() {
    return new PollJobs(base.jobs(), base.clock());
  }

  private static PostThread thread(FediUrl uri, Optional<PostRow> parent) {
    return new PostThread(
        parent.map(PostRow::uri),
        parent.map(post -> new PostThread.Parent(post.id(), post.author())),
        parent.map(PostRow::threadName).or(() -> Optional.of(uri.text())));
  }

  private Parties parties(
      Transaction tx, ActorRow author, Composition composition, Optional<PostRow> parent) {
    return new Parties(
        author,
        composition.mentioned(),
        parent.flatMap(post -> base.actors().byId(tx, post.author())));
  }

  /**
   * Replaces what a post says. Nothing happens if it says so already.
   *
   * @throws Problem INVALID for what cannot be published, NOT_FOUND if it is not the author's
   */
  public void edit(ActorRow author, long post, Wording wording) {
    edit(author, post, wording, Extras.NONE);
  }

  /**
   * The same; a poll that asks something else takes the place of the one before, votes and all. Who
   * may quote it changes by itself, and is no edit.
   */
  public void edit(ActorRow author, long post, Wording wording, Extras extras) {
    extras.poll().ifPresent(PollRules::check);
    var composition = composer.compose(base.database(), author, wording);
    base.database()
        .transaction(
            tx -> {
              var before = own(tx, author, post);
              rule(tx, before, extras);
              var media = media(tx, author, post, wording);
              var body =
                  new PostBody(
                      composition.text(),
                      media,
                      composition.emojis(),
                      poll(before.body().poll(), asked(extras.poll())));
              edit(tx, author, before, body, composition);
              return null;
            });
  }

  private void edit(
      Transaction tx, ActorRow author, PostRow before, PostBody body, Composition composition) {
    if (body.equals(before.body())) return;
    var kind = before.kind().as(type(body.poll()));
    var after = before.with(kind).with(body).with(before.state().edited(base.clock().instant()));
    if (!body.poll().equals(before.body().poll())) startAnew(tx, after);
    store.revise(tx, before, after, composition.mentions(), composition.tags());
    var parent = before.thread().parent().flatMap(p -> tables.posts().byId(tx, p.post()));
    var parties =
        parties(tx, author, composition, parent).quoting(tables.quotes().of(tx, after.id()));
    publishing.edited(tx, after, parties, composition.tags());
  }

  /** What not everyone sees is quoted by its author alone, whatever was chosen. */
  private void rule(Transaction tx, PostRow post, Extras extras) {
    extras
        .quotable()
        .filter(policy -> post.open())
        .ifPresent(policy -> tables.quoteRules().put(tx, post.id(), policy));
  }

  /** What asks the same goes on as it is. */
  private static Optional<PostPoll> poll(Optional<PostPoll> before, Optional<PostPoll> after) {
    return after.filter(poll -> before.filter(poll::asksLike).isEmpty()).or(() -> before);
  }

  private void startAnew(Transaction tx, PostRow post) {
    tables.votes().deleteAll(tx, post.id());
    pollJobs().end(tx, post);
  }

  /**
   * Deletes a post, here and wherever it got to. For a day what it showed can be shown by another.
   *
   * @throws Problem NOT_FOUND if it is not the author's
   */
  public void delete(ActorRow author, long post) {
    delete(author, post, uploads::detach);
  }

  /** As above, with what it showed. */
  public void deleteWithMedia(ActorRow author, long post) {
    delete(author, post, uploads::deleteOf);
  }

  private void delete(ActorRow author, long post, ObjLongConsumer<Transaction> leaving) {
    base.database()
        .transaction(
            tx -> {
              publishing.delete(tx, own(tx, author, post));
              leaving.accept(tx, post);
              return null;
            });
  }

  /**
   * What an author typed.
   *
   * @throws Problem NOT_FOUND if it is not the author's
   */
  public Wording source(ActorRow author, long post) {
    var body =
        tables
            .posts()
            .visible(base.database(), author.id(), post)
            .filter(row -> row.author() == author.id())
            .orElseThrow(Posts::notFound)
            .body();
    var text = body.text();
    return new Wording(
        text.source().orElse(""),
        text.spoiler(),
        text.sensitive(),
        text.language(),
        body.media().stream().map(PostMedia::id).map(Shown::asItIs).toList());
  }

  private PostRow own(Transaction tx, ActorRow author, long post) {
    return tables
        .posts()
        .lock(tx, post)
        .filter(row -> row.author() == author.id() && row.local() && !row.deleted())
        .orElseThrow(Posts::notFound);
  }

  private static Problem notFound() {
    return Problem.notFound("Record not found");
  }
}
