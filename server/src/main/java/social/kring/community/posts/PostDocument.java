package social.kring.community.posts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import social.kring.federation.actors.ActorRow;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** A post as ActivityStreams, with the properties that Mastodon reads. Vocabulary §3.3. */
final class PostDocument {
  static final List<Object> CONTEXT =
      List.of(
          "https://www.w3.org/ns/activitystreams",
          "https://w3id.org/security/data-integrity/v2",
          Tree.builder()
              .put("sensitive", "as:sensitive")
              .put("Hashtag", "as:Hashtag")
              .put("toot", "http://joinmastodon.org/ns#")
              .put("Emoji", "toot:Emoji")
              .put("blurhash", "toot:blurhash")
              .put("focalPoint", Map.of("@id", "toot:focalPoint", "@container", "@list"))
              .put("votersCount", "toot:votersCount")
              .putAll(QuoteDocument.TERMS)
              .put("ostatus", "http://ostatus.org#")
              .put("conversation", "ostatus:conversation")
              .build());

  private PostDocument() {}

  /** Without {@code @context} and proof. */
  static Tree note(PostRow post, Parties parties, List<String> tags) {
    var text = post.body().text();
    var addressing = Addressing.of(post, parties);
    var note =
        Tree.builder()
            .put("id", post.uri())
            .put("type", post.kind().type().text())
            .put("summary", Optional.of(text.spoiler()).filter(spoiler -> !spoiler.isEmpty()))
            .put("inReplyTo", post.thread().inReplyTo())
            .put("published", post.state().published())
            .put("updated", post.state().edited())
            .put("url", post.addresses().page())
            .put("attributedTo", parties.author().uri())
            .put("to", addressing.to())
            .put("cc", addressing.cc())
            .put("sensitive", text.sensitive())
            .put("conversation", post.thread().conversation())
            .put("content", text.html())
            .put("contentMap", text.language().map(language -> Map.of(language, text.html())))
            .put("attachment", post.body().media().stream().map(PostDocument::attachment).toList())
            .put("tag", tags(post, parties, tags))
            .put(
                "replies", collection(PostCollection.REPLIES.address(post.uri()), Optional.empty()))
            .put(
                "likes",
                collection(
                    PostCollection.LIKES.address(post.uri()), post.state().counts().favourites()))
            .put(
                "shares",
                collection(
                    PostCollection.SHARES.address(post.uri()), post.state().counts().boosts()))
            .build();
    var whole = QuoteDocument.added(note, parties);
    return post.body().poll().map(poll -> PollDocument.added(whole, poll)).orElse(whole);
  }

  /** What a deleted post leaves. */
  static Tree tombstone(PostRow post) {
    return Tree.builder()
        .put("id", post.uri())
        .put("type", "Tombstone")
        .put("formerType", post.kind().type().text())
        .put("deleted", post.state().deleted())
        .build();
  }

  private static Tree collection(FediUrl id, Object total) {
    return Tree.builder().put("id", id).put("type", "Collection").put("totalItems", total).build();
  }

  private static Tree attachment(PostMedia medium) {
    return Tree.builder()
        .put("type", "Document")
        .put("mediaType", medium.mediaType())
        .put("url", medium.url())
        .put("name", medium.description())
        .put("blurhash", medium.blurhash())
        .put("width", pixels(medium.size().width()))
        .put("height", pixels(medium.size().height()))
        .put("focalPoint", medium.focus().map(focus -> List.of(focus.x(), focus.y())))
        .put("icon", medium.preview().filter(any -> !isPicture(medium)).map(PostDocument::icon))
        .build();
  }

  /** What nobody sees has no size. */
  private static Optional<Long> pixels(long number) {
    return Optional.of(number).filter(known -> known > 0);
  }

  private static boolean isPicture(PostMedia medium) {
    return medium.mediaType().startsWith("image/");
  }

  private static Tree icon(PostMedia.Preview preview) {
    return Tree.builder()
        .put("type", "Image")
        .put("mediaType", preview.mediaType())
        .put("url", preview.url())
        .build();
  }

  private static List<Tree> tags(PostRow post, Parties parties, List<String> tags) {
    var mentions = parties.mentioned().stream().map(PostDocument::mention);
    var hashtags = tags.stream().map(name -> hashtag(parties.author(), name));
    var emojis = post.body().emojis().stream().map(PostDocument::emoji);
    return Stream.of(mentions, hashtags, emojis).flatMap(tag -> tag).toList();
  }

  private static Tree mention(ActorRow actor) {
    return Tree.builder()
        .put("type", "Mention")
        .put("href", actor.uri())
        .put("name", actor.handle().toString())
        .build();
  }

  private static Tree hashtag(ActorRow author, String name) {
    return Tree.builder()
        .put("type", "Hashtag")
        .put("href", Composer.tagPage(author, name))
        .put("name", "#" + name)
        .build();
  }

  private static Tree emoji(PostEmoji emoji) {
    return Tree.builder()
        .put("type", "Emoji")
        .put("name", ":" + emoji.shortcode() + ":")
        .put("icon", Map.of("type", "Image", "url", emoji.url()))
        .build();
  }
}
