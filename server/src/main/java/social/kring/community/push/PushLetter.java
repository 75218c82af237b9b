package social.kring.community.push;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;
import social.kring.community.media.MediaLinks;
import social.kring.community.notifications.NotificationRow;
import social.kring.community.notifications.NotificationType;
import social.kring.community.posts.PostEntry;
import social.kring.community.posts.PostReader;
import social.kring.community.posts.PostText;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.domains.Domains;
import social.kring.platform.storage.Queries;
import social.kring.protocol.json.Tree;

/** Words a message as apps expect it. */
final class PushLetter {
  /** The pages and messages of a node are in this language. */
  private static final String LOCALE = "en";

  /** Of those who have no picture of their own, as the client API shows them. */
  private static final String NO_PICTURE = "/images/avatar.png";

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_BODY = 140;

  private final Actors actors;
  private final PostReader posts;
  private final Domains domains;
  private final MediaLinks links;

  PushLetter(Actors actors, PostReader posts, Domains domains, MediaLinks links) {
    this.actors = actors;
    this.posts = posts;
    this.domains = domains;
    this.links = links;
  }

  /** Empty where the post or who did it is gone. */
  Optional<byte[]> about(Queries queries, NotificationRow row, Optional<String> token) {
    var post = row.post().flatMap(id -> posts.read(queries, PostEntry.of(id)));
    if (row.post().isPresent() && post.isEmpty()) return Optional.empty();
    return actors
        .byId(queries, row.actor())
        .map(
            actor ->
                Tree.builder()
                    .put("access_token", token.orElse(""))
                    .put("preferred_locale", LOCALE)
                    .put("notification_id", row.id())
                    .put("notification_type", row.type().text())
                    .put("icon", icon(actor))
                    .put("title", title(row.type(), name(actor)))
                    .put(
                        "body",
                        post.map(view -> body(view.post().post().body().text()))
                            .orElseGet(() -> shortened(plain(actor.profile().summary()))))
                    .build()
                    .toString()
                    .getBytes(StandardCharsets.UTF_8));
  }

  private String icon(ActorRow actor) {
    return actor
        .profile()
        .images()
        .avatar()
        .flatMap(links::shown)
        .orElseGet(() -> domains.primary().url(NO_PICTURE).text());
  }

  private static String name(ActorRow actor) {
    var shown = actor.profile().displayName().strip();
    var name = shown.isEmpty() ? actor.handle().name() : shown;
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  private static String title(NotificationType type, String name) {
    return switch (type) {
      case MENTION -> "You were mentioned by " + name;
      case QUOTE -> name + " quoted your post";
      case STATUS -> name + " just posted";
      case REBLOG -> name + " boosted your post";
      case FOLLOW -> name + " is now following you";
      case FOLLOW_REQUEST -> "Pending follower: " + name;
      case FAVOURITE -> name + " favourited your post";
      case POLL -> "A poll by " + name + " has ended";
      case UPDATE -> name + " edited a post";
      case QUOTED_UPDATE -> name + " edited a post that you have quoted";
      case ADMIN_SIGN_UP -> name + " signed up";
      case ADMIN_REPORT -> name + " submitted a report";
      case MODERATION_WARNING, SEVERED_RELATIONSHIPS -> name;
    };
  }

  /** What is behind a warning stays there. */
  private static String body(PostText text) {
    return shortened(text.spoiler().isBlank() ? plain(text.html()) : text.spoiler());
  }

  private static String plain(String html) {
    return Jsoup.parseBodyFragment(html).text().strip();
  }

  private static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST_BODY) return text;
    return text.substring(0, text.offsetByCodePoints(0, LONGEST_BODY - 1)) + "…";
  }
}
