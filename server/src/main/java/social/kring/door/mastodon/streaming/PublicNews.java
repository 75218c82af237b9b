package social.kring.door.mastodon.streaming;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.kring.community.posts.PostEntry;
import social.kring.community.posts.PostTraits;
import social.kring.community.posts.TraitReader;
import social.kring.community.relationships.Aversion;
import social.kring.community.relationships.RelationshipReader;
import social.kring.door.mastodon.streaming.Telling.Content;
import social.kring.door.mastodon.streaming.Telling.Shown;
import social.kring.door.mastodon.streaming.Telling.Words;
import social.kring.platform.events.Event;
import social.kring.platform.storage.Database;

/**
 * Public posts: what the public timelines and those of hashtags show. They are for everyone but
 * those who block, are blocked or mute, so that these few are asked for, not all others.
 */
final class PublicNews implements News {
  private final Switchboard switchboard;
  private final Database database;
  private final TraitReader traits;
  private final RelationshipReader relationships;

  PublicNews(
      Switchboard switchboard,
      Database database,
      TraitReader traits,
      RelationshipReader relationships) {
    this.switchboard = switchboard;
    this.database = database;
    this.traits = traits;
    this.relationships = relationships;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("post.created", "post.edited", "post.deleted");
  }

  @Override
  public void plan(List<Event> events, Plan plan) {
    var channels = switchboard.channels(PublicNews::isShared);
    var concerned = Batch.of(events, "post.created", "post.edited", "post.deleted");
    if (channels.isEmpty() || concerned.isEmpty()) return;
    var posts = posts(concerned);
    if (posts.isEmpty()) return;
    var averse = averse(channels, posts.values());
    for (var event : concerned) {
      var post = posts.get(event.subject());
      if (post == null) continue;
      channels.stream()
          .filter(channel -> carries(channel, post, event))
          .forEach(channel -> plan(event, channel, post, averse, plan));
    }
  }

  private static boolean isShared(ChannelKind kind) {
    return switch (kind.of()) {
      case EVERYONE, TAG -> true;
      case PERSON, LIST -> false;
    };
  }

  private Map<Long, PostTraits> posts(List<Event> events) {
    return traits.of(database, Batch.subjects(events)).stream()
        .filter(PostTraits::isPublic)
        .collect(Collectors.toMap(PostTraits::id, Function.identity()));
  }

  private Set<Aversion> averse(Collection<Channel> channels, Collection<PostTraits> posts) {
    var viewers = new HashSet<Long>();
    channels.forEach(
        channel -> switchboard.of(channel).forEach(each -> viewers.add(each.viewer())));
    var authors = posts.stream().map(PostTraits::author).distinct().toList();
    return Set.copyOf(relationships.averse(database, viewers, authors));
  }

  /** Of a deleted post the tags are gone, and its id tells nothing. */
  private static boolean carries(Channel channel, PostTraits post, Event event) {
    var gone = event.kind().equals("post.deleted");
    return switch (channel.kind()) {
      case PUBLIC -> !post.answers();
      case PUBLIC_LOCAL -> !post.answers() && post.local();
      case PUBLIC_REMOTE -> !post.answers() && !post.local();
      case PUBLIC_MEDIA -> !post.answers() && (post.media() || gone);
      case PUBLIC_LOCAL_MEDIA -> !post.answers() && (post.media() || gone) && post.local();
      case PUBLIC_REMOTE_MEDIA -> !post.answers() && (post.media() || gone) && !post.local();
      case HASHTAG -> gone || post.tags().contains(channel.argument());
      case HASHTAG_LOCAL -> post.local() && (gone || post.tags().contains(channel.argument()));
      case USER, USER_NOTIFICATION, LIST, DIRECT -> false;
    };
  }

  private void plan(
      Event event, Channel channel, PostTraits post, Set<Aversion> averse, Plan plan) {
    var told =
        switchboard.of(channel).stream()
            .filter(each -> !averse.contains(new Aversion(each.viewer(), post.author())))
            .toList();
    plan.add(event, told, channel, name(event), content(event));
  }

  private static String name(Event event) {
    return switch (event.kind()) {
      case "post.created" -> "update";
      case "post.edited" -> "status.update";
      default -> "delete";
    };
  }

  private static Content content(Event event) {
    return event.kind().equals("post.deleted")
        ? Words.of(event.subject())
        : new Shown(PostEntry.of(event.subject()));
  }
}
