package social.kring.door.mastodon.streaming;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import social.kring.community.notifications.Told;
import social.kring.community.posts.PostEntry;
import social.kring.door.mastodon.streaming.Telling.Notice;
import social.kring.door.mastodon.streaming.Telling.Shown;
import social.kring.door.mastodon.streaming.Telling.Words;

/** The payloads of a batch, each written once. */
final class Rendered {
  private final Map<Long, String> plain = new HashMap<>();
  private final Map<View, String> personal = new HashMap<>();
  private final Map<Told, String> notices = new HashMap<>();
  private final Set<View> apart = new HashSet<>();

  /** An entry as one viewer sees it. */
  record View(long viewer, PostEntry entry) {}

  /**
   * @param apart what looks different to a viewer than to others
   */
  Rendered(Set<View> apart) {
    this.apart.addAll(apart);
  }

  void putPlain(PostEntry entry, String json) {
    plain.put(entry.id(), json);
  }

  void putPersonal(View view, String json) {
    personal.put(view, json);
  }

  void putNotice(Told told, String json) {
    notices.put(told, json);
  }

  /** By viewer. */
  Map<Long, List<PostEntry>> apart() {
    return apart.stream()
        .collect(
            Collectors.groupingBy(
                View::viewer, Collectors.mapping(View::entry, Collectors.toList())));
  }

  /** Empty where it was deleted meanwhile. */
  Optional<Words> of(Telling telling) {
    return switch (telling.content()) {
      case Words words -> Optional.of(words);
      case Shown shown ->
          Optional.ofNullable(shown(new View(telling.listener().viewer(), shown.entry())))
              .map(json -> new Words(Optional.of(json)));
      case Notice notice ->
          Optional.ofNullable(notices.get(notice.told())).map(json -> new Words(Optional.of(json)));
    };
  }

  private String shown(View view) {
    return apart.contains(view) ? personal.get(view) : plain.get(view.entry().id());
  }
}
