package social.kring.door.mastodon;

import java.util.List;
import java.util.Map;
import social.kring.community.emoji.UsedEmojis;
import social.kring.community.house.Announcements;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Announcement;
import social.kring.door.mastodon.entities.CustomEmoji;

/** What is told to everybody here, and what the person who is signed in thinks of it. */
final class AnnouncementRoutes {
  private static final String PATH = "/api/v1/announcements";
  private static final Permission READ = Permission.person("read");
  private static final Permission DISMISS = Permission.person("write:accounts");
  private static final Permission REACT = Permission.person("write:favourites");

  private final UsedEmojis emojis = new UsedEmojis();
  private final Capabilities all;

  AnnouncementRoutes(Capabilities all) {
    this.all = all;
  }

  void mount(ApiRoutes routes) {
    routes.get(PATH, READ, this::list);
    routes.post(PATH + "/:id/dismiss", DISMISS, this::dismiss);
    routes.put(PATH + "/:id/reactions/:name", REACT, this::react);
    routes.delete(PATH + "/:id/reactions/:name", REACT, this::unreact);
  }

  private Announcements announcements() {
    return all.house().announcements();
  }

  private List<Announcement> list(Call call) {
    var told = announcements().current(all.database(), call.viewer());
    var texts =
        told.stream()
            .map(social.kring.community.house.Announcement::content)
            .toArray(String[]::new);
    var used = emojis.in(all.database(), texts).stream().map(EmojiRoutes::shown).toList();
    return told.stream().map(each -> announcement(each, used)).toList();
  }

  private static Announcement announcement(
      social.kring.community.house.Announcement told, List<CustomEmoji> emojis) {
    var span = told.span();
    return new Announcement(
        Long.toString(told.id()),
        told.content(),
        span.startsAt(),
        span.endsAt(),
        span.allDay(),
        span.publishedAt(),
        told.updatedAt(),
        told.read(),
        List.of(),
        List.of(),
        List.of(),
        emojis.stream().filter(e -> told.content().contains(":" + e.shortcode() + ":")).toList(),
        told.reactions().stream().map(AnnouncementRoutes::reaction).toList());
  }

  private static Announcement.Reaction reaction(
      social.kring.community.house.Announcement.Reaction reaction) {
    return new Announcement.Reaction(
        reaction.name(), reaction.count(), reaction.mine(), reaction.url(), reaction.url());
  }

  private Map<String, Object> dismiss(Call call) {
    announcements().dismiss(all.database(), call.viewer(), call.id());
    return Map.of();
  }

  private Map<String, Object> react(Call call) {
    announcements().react(all.database(), call.viewer(), call.id(), call.path("name"));
    return Map.of();
  }

  private Map<String, Object> unreact(Call call) {
    announcements().unreact(all.database(), call.viewer(), call.id(), call.path("name"));
    return Map.of();
  }
}
