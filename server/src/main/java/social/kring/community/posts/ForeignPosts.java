package social.kring.community.posts;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Queries;
import social.kring.protocol.activitystreams.Attachment;
import social.kring.protocol.activitystreams.Poll;
import social.kring.protocol.activitystreams.Post;
import social.kring.protocol.activitystreams.PostTags;
import social.kring.protocol.url.FediUrl;

/** Makes of a post's document what is stored of it. Dates of others are clamped to now. */
final class ForeignPosts {
  /** What is longer does not fit into an index. */
  private static final int LONGEST_ADDRESS = 2_000;

  private final Actors actors;
  private final PostTable posts;
  private final ForeignText text;
  private final Ids ids;
  private final Clock clock;

  ForeignPosts(Actors actors, PostTable posts, ForeignText text, Ids ids, Clock clock) {
    this.actors = actors;
    this.posts = posts;
    this.text = text;
    this.ids = ids;
    this.clock = clock;
  }

  /** Whether it can be stored, and lies where its author lies. */
  static boolean isSound(Post post) {
    return post.uri().sameOrigin(post.attributedTo())
        && fits(post.uri())
        && post.inReplyTo().filter(uri -> !fits(uri)).isEmpty();
  }

  private static boolean fits(FediUrl uri) {
    return uri.text().getBytes(StandardCharsets.UTF_8).length <= LONGEST_ADDRESS;
  }

  NewPost read(Queries queries, Post post, ActorRow author) {
    return new NewPost(row(queries, post, author), mentions(queries, post), tags(post));
  }

  /** Several at once, with whom they name. */
  List<NewPost> readAll(Queries queries, List<Post> posts, Map<FediUrl, ActorRow> authors) {
    var known = known(queries, posts.stream().flatMap(post -> named(post).stream()).toList());
    return posts.stream()
        .map(
            post ->
                new NewPost(
                    row(queries, post, authors.get(post.attributedTo())),
                    mentions(known, post),
                    tags(post)))
        .toList();
  }

  private PostRow row(Queries queries, Post post, ActorRow author) {
    var published = clamped(post.head().published().orElseGet(clock::instant));
    return new PostRow(
        ids.around(published),
        new PostAddresses(post.uri(), page(post), Optional.empty()),
        author.id(),
        new PostKind(
            post.head().type(), post.audience().visibility(author.addresses().followers()), false),
        body(post),
        thread(queries, post),
        state(post, published));
  }

  private static List<FediUrl> named(Post post) {
    return Stream.concat(
            post.tags().mentions().stream().map(PostTags.Mention::href),
            post.audience().named().stream())
        .distinct()
        .toList();
  }

  private PostState state(Post post, Instant published) {
    var edited = post.head().updated().map(this::clamped).filter(at -> at.isAfter(published));
    return new PostState(PostCounts.NONE, published, edited, Optional.empty(), Optional.empty());
  }

  PostBody body(Post post) {
    return new PostBody(
        text.of(post, page(post)),
        post.attachments().stream().map(this::medium).toList(),
        post.tags().emojis().stream().map(ForeignPosts::emoji).distinct().toList(),
        post.poll().map(ForeignPosts::poll));
  }

  Instant clamped(Instant claimed) {
    var now = clock.instant();
    return claimed.isAfter(now) ? now : claimed;
  }

  /** A page elsewhere would show something else under the author's name. */
  private static FediUrl page(Post post) {
    return post.head()
        .page()
        .filter(page -> page.sameOrigin(post.uri()) && fits(page))
        .orElse(post.uri());
  }

  private PostThread thread(Queries queries, Post post) {
    var parent =
        post.inReplyTo().flatMap(uri -> posts.byUri(queries, uri)).filter(row -> !row.deleted());
    return new PostThread(
        post.inReplyTo(),
        parent.map(row -> new PostThread.Parent(row.id(), row.author())),
        parent
            .map(PostRow::threadName)
            .or(() -> post.tree().string("conversation"))
            .or(() -> post.tree().string("context"))
            .filter(text -> text.length() <= LONGEST_ADDRESS));
  }

  /** Actors that are not known here are left out; {@link MentionFetch} brings them in later. */
  Mentions mentions(Queries queries, Post post) {
    return mentions(known(queries, named(post)), post);
  }

  private Map<FediUrl, ActorRow> known(Queries queries, List<FediUrl> named) {
    var known = new HashMap<FediUrl, ActorRow>();
    actors
        .byUris(queries, named.stream().distinct().toList())
        .forEach(actor -> known.put(actor.uri(), actor));
    return known;
  }

  private static Mentions mentions(Map<FediUrl, ActorRow> known, Post post) {
    return new Mentions(
        post.tags().mentions().stream()
            .map(PostTags.Mention::href)
            .flatMap(uri -> id(known, uri))
            .toList(),
        post.audience().named().stream()
            .flatMap(uri -> Stream.ofNullable(known.get(uri)))
            .filter(ActorRow::local)
            .map(ActorRow::id)
            .toList());
  }

  private static Stream<Long> id(Map<FediUrl, ActorRow> known, FediUrl uri) {
    return Stream.ofNullable(known.get(uri)).map(ActorRow::id);
  }

  static List<String> tags(Post post) {
    return post.tags().hashtags().stream().map(PostTags.Hashtag::name).distinct().toList();
  }

  private PostMedia medium(Attachment attachment) {
    return PostMedia.of(ids.next(), attachment);
  }

  private static PostEmoji emoji(PostTags.Emoji emoji) {
    return new PostEmoji(emoji.shortcode(), emoji.icon().text());
  }

  private static PostPoll poll(Poll poll) {
    return new PostPoll(
        poll.options().stream()
            .map(option -> new PostPoll.Option(option.name(), option.votes()))
            .toList(),
        poll.multiple(),
        poll.closed().or(poll::endTime),
        poll.votersCount(),
        false,
        false);
  }
}
