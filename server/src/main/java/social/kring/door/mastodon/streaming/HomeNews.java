package social.kring.door.mastodon.streaming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.kring.community.posts.PostEntry;
import social.kring.community.relationships.RelationshipReader;
import social.kring.community.timelines.Arrival;
import social.kring.community.timelines.Timelines;
import social.kring.door.mastodon.streaming.Telling.Shown;
import social.kring.door.mastodon.streaming.Telling.Words;
import social.kring.platform.events.Event;
import social.kring.platform.storage.Database;

/** What comes home to people, is changed there, and goes again: what the home timeline shows. */
final class HomeNews implements News {
  private static final Channel HOME = Channel.of(ChannelKind.USER);

  private final Switchboard switchboard;
  private final Database database;
  private final Timelines timelines;
  private final RelationshipReader relationships;

  HomeNews(
      Switchboard switchboard,
      Database database,
      Timelines timelines,
      RelationshipReader relationships) {
    this.switchboard = switchboard;
    this.database = database;
    this.timelines = timelines;
    this.relationships = relationships;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("post.created", "post.boosted", "post.edited", "post.deleted", "post.unboosted");
  }

  @Override
  public void plan(List<Event> events, Plan plan) {
    var owners = switchboard.owners(ChannelKind.USER);
    if (owners.isEmpty()) return;
    planArrivals(events, owners, plan);
    planEdits(Batch.of(events, "post.edited"), owners, plan);
    planDeletions(Batch.of(events, "post.deleted"), owners, plan);
    planUnboosts(Batch.of(events, "post.unboosted"), owners, plan);
  }

  private void planArrivals(List<Event> events, Collection<Long> owners, Plan plan) {
    var came = Batch.of(events, "post.created", "post.boosted");
    if (came.isEmpty()) return;
    var entries = came.stream().map(HomeNews::entry).distinct().toList();
    var arrived =
        byId(timelines.arrived(database, owners, entries), arrival -> arrival.entry().id());
    for (var event : came) {
      for (var arrival : arrived.getOrDefault(entry(event), List.of())) {
        tell(event, arrival.owner(), "update", new Shown(arrival.entry()), plan);
      }
    }
  }

  private static long entry(Event event) {
    return event.kind().equals("post.boosted") ? Batch.number(event, "boost") : event.subject();
  }

  /** The post is shown anew, also to those to whom a boost brought it. */
  private void planEdits(List<Event> edits, Collection<Long> owners, Plan plan) {
    if (edits.isEmpty()) return;
    var posts = Batch.subjects(edits);
    var shown = byId(timelines.showing(database, owners, posts), each -> each.entry().post());
    for (var event : edits) {
      for (var arrival : shown.getOrDefault(event.subject(), List.of())) {
        var post = PostEntry.of(event.subject());
        tell(event, arrival.owner(), "status.update", new Shown(post), plan);
      }
    }
  }

  private void planDeletions(List<Event> deletions, Collection<Long> owners, Plan plan) {
    if (deletions.isEmpty()) return;
    var posts = Batch.subjects(deletions);
    var kept = byId(timelines.kept(database, owners, posts), each -> each.entry().post());
    for (var event : deletions) {
      for (var arrival : kept.getOrDefault(event.subject(), List.of())) {
        tell(event, arrival.owner(), "delete", Words.of(arrival.entry().id()), plan);
      }
    }
  }

  private void planUnboosts(List<Event> unboosts, Collection<Long> owners, Plan plan) {
    if (unboosts.isEmpty()) return;
    var boosters = unboosts.stream().map(HomeNews::actor).distinct().toList();
    var followers = relationships.followersAmong(database, owners, boosters);
    for (var event : unboosts) {
      var booster = actor(event);
      var told = new ArrayList<>(followers.getOrDefault(booster, List.of()));
      if (owners.contains(booster)) told.add(booster);
      var gone = Words.of(Batch.number(event, "boost"));
      told.forEach(owner -> tell(event, owner, "delete", gone, plan));
    }
  }

  private static long actor(Event event) {
    return Batch.number(event, "actor");
  }

  private void tell(Event cause, long owner, String event, Telling.Content content, Plan plan) {
    var allowed =
        switchboard.of(HOME, owner).stream()
            .filter(listener -> ChannelKind.USER.isOpenTo(listener.scopes()))
            .toList();
    plan.add(cause, allowed, HOME, event, content);
  }

  private static Map<Long, List<Arrival>> byId(List<Arrival> arrivals, Function<Arrival, Long> id) {
    return arrivals.stream().collect(Collectors.groupingBy(id));
  }
}
