package social.kring.door.mastodon.streaming;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.filters.Filters;
import social.kring.community.notifications.NotificationRow;
import social.kring.community.notifications.Told;
import social.kring.community.posts.PostEntry;
import social.kring.community.posts.TraitReader;
import social.kring.community.posts.TraitReader.Marked;
import social.kring.door.api.EntityWriter;
import social.kring.door.mastodon.composing.NotificationComposer;
import social.kring.door.mastodon.composing.StatusComposer;
import social.kring.door.mastodon.streaming.Rendered.View;
import social.kring.door.mastodon.streaming.Telling.Notice;
import social.kring.door.mastodon.streaming.Telling.Shown;
import social.kring.platform.storage.Database;

/**
 * Renders what a batch tells. A post looks the same to all who did nothing with it, filter nothing
 * and may see what it quotes as anybody may, and is rendered once for all of them; for the few
 * others it is composed as the client API does for them.
 */
final class Rendering {
  /** Somebody who is signed in and did nothing yet: no actor has this id. */
  private static final long ANYBODY = -1;

  private final EntityWriter writer = new EntityWriter();
  private final Database database;
  private final TraitReader traits;
  private final Filters filters;
  private final StatusComposer statuses;
  private final NotificationComposer notifications;

  Rendering(
      Database database,
      TraitReader traits,
      Filters filters,
      StatusComposer statuses,
      NotificationComposer notifications) {
    this.database = database;
    this.traits = traits;
    this.filters = filters;
    this.statuses = statuses;
    this.notifications = notifications;
  }

  Rendered of(List<Telling> tellings) {
    var views = views(tellings);
    var apart = apart(views);
    var rendered = new Rendered(apart);
    renderPlain(views.stream().filter(view -> !apart.contains(view)), rendered);
    rendered.apart().forEach((viewer, entries) -> renderPersonal(viewer, entries, rendered));
    notices(tellings).forEach((owner, all) -> renderNotices(owner, all, rendered));
    return rendered;
  }

  private static Set<View> views(List<Telling> tellings) {
    var views = new HashSet<View>();
    for (var telling : tellings) {
      if (telling.content() instanceof Shown shown) {
        views.add(new View(telling.listener().viewer(), shown.entry()));
      }
    }
    return views;
  }

  private Set<View> apart(Set<View> views) {
    if (views.isEmpty()) return Set.of();
    var viewers = views.stream().map(View::viewer).distinct().toList();
    var posts = views.stream().map(view -> view.entry().post()).distinct().toList();
    var marked = Set.copyOf(traits.marked(database, viewers, posts));
    var filtering = filters.owners(database, viewers);
    return views.stream()
        .filter(
            view ->
                filtering.contains(view.viewer())
                    || marked.contains(new Marked(view.viewer(), view.entry().post())))
        .collect(Collectors.toUnmodifiableSet());
  }

  private void renderPlain(Stream<View> views, Rendered rendered) {
    var entries = views.map(View::entry).distinct().toList();
    var byId = entries.stream().collect(Collectors.toMap(PostEntry::id, Function.identity()));
    statuses
        .of(database, ANYBODY, entries)
        .forEach(status -> rendered.putPlain(byId.get(Long.valueOf(status.id())), written(status)));
  }

  private void renderPersonal(long viewer, List<PostEntry> entries, Rendered rendered) {
    var byId = entries.stream().collect(Collectors.toMap(PostEntry::id, Function.identity()));
    statuses
        .of(database, viewer, entries)
        .forEach(
            status ->
                rendered.putPersonal(
                    new View(viewer, byId.get(Long.valueOf(status.id()))), written(status)));
  }

  private static Map<Long, List<Told>> notices(List<Telling> tellings) {
    return tellings.stream()
        .map(Telling::content)
        .flatMap(content -> content instanceof Notice notice ? Stream.of(notice) : Stream.empty())
        .map(Notice::told)
        .distinct()
        .collect(Collectors.groupingBy(Told::owner));
  }

  private void renderNotices(long owner, List<Told> all, Rendered rendered) {
    Map<Long, Told> byId =
        all.stream().collect(Collectors.toMap(told -> told.row().id(), Function.identity()));
    List<NotificationRow> rows = all.stream().map(Told::row).toList();
    notifications
        .of(database, owner, rows)
        .forEach(
            entity -> rendered.putNotice(byId.get(Long.valueOf(entity.id())), written(entity)));
  }

  private String written(Object entity) {
    return new String(writer.bytes(entity), StandardCharsets.UTF_8);
  }
}
