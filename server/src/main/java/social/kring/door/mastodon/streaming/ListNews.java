package social.kring.door.mastodon.streaming;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.lists.Lists;
import social.kring.community.lists.Reached;
import social.kring.community.lists.Shown;
import social.kring.community.posts.PostEntry;
import social.kring.door.mastodon.streaming.Telling.Content;
import social.kring.door.mastodon.streaming.Telling.Words;
import social.kring.platform.events.Event;
import social.kring.platform.storage.Database;

/** What comes to people's lists, is changed there, and goes again. */
final class ListNews implements News {
  private final Switchboard switchboard;
  private final Database database;
  private final Lists lists;

  ListNews(Switchboard switchboard, Database database, Lists lists) {
    this.switchboard = switchboard;
    this.database = database;
    this.lists = lists;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("post.created", "post.boosted", "post.edited", "post.deleted");
  }

  @Override
  public void plan(List<Event> events, Plan plan) {
    var heard = switchboard.channels(kind -> kind == ChannelKind.LIST);
    if (heard.isEmpty()) return;
    planShown(events, plan);
    planDeletions(Batch.of(events, "post.deleted"), heard, plan);
  }

  private void planShown(List<Event> events, Plan plan) {
    var posts = Batch.of(events, "post.created", "post.edited");
    var boosts = Batch.of(events, "post.boosted");
    var reached = byEntry(lists.reached(database, shown(posts), shown(boosts)));
    Stream.concat(posts.stream(), boosts.stream())
        .forEach(
            event ->
                reached
                    .getOrDefault(entry(event), List.of())
                    .forEach(each -> tell(event, each, name(event), content(event), plan)));
  }

  private static List<Shown> shown(List<Event> events) {
    return events.stream()
        .map(event -> new Shown(entry(event), Batch.number(event, "actor")))
        .distinct()
        .toList();
  }

  private static long entry(Event event) {
    return event.kind().equals("post.boosted") ? Batch.number(event, "boost") : event.subject();
  }

  private static String name(Event event) {
    return event.kind().equals("post.edited") ? "status.update" : "update";
  }

  private static Content content(Event event) {
    return new Telling.Shown(new PostEntry(entry(event), event.subject()));
  }

  private void planDeletions(List<Event> deletions, Collection<Channel> heard, Plan plan) {
    if (deletions.isEmpty()) return;
    var ids = heard.stream().map(channel -> Long.valueOf(channel.argument())).toList();
    var kept = lists.kept(database, ids, Batch.subjects(deletions));
    for (var event : deletions) {
      for (var each : kept.getOrDefault(event.subject(), List.of())) {
        tell(event, each, "delete", Words.of(each.entry()), plan);
      }
    }
  }

  private void tell(Event cause, Reached reached, String event, Content content, Plan plan) {
    var channel = new Channel(ChannelKind.LIST, Long.toString(reached.list()));
    plan.add(cause, switchboard.of(channel, reached.owner()), channel, event, content);
  }

  private static Map<Long, List<Reached>> byEntry(List<Reached> reached) {
    return reached.stream().collect(Collectors.groupingBy(Reached::entry, Collectors.toList()));
  }
}
