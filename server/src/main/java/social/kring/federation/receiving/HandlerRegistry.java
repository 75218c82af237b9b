package social.kring.federation.receiving;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.kring.protocol.activitystreams.Activity;

/** Which handler answers for which type of activity on which kind of object. */
public final class HandlerRegistry {
  private final Map<Rule, ActivityHandler<?>> handlers = new HashMap<>();

  private record Rule(Class<? extends Activity> activity, ObjectKind object) {}

  /**
   * @throws IllegalArgumentException where two answer for the same
   */
  public HandlerRegistry(Collection<ActivityHandler<?>> handlers) {
    handlers.forEach(this::add);
  }

  private void add(ActivityHandler<?> handler) {
    for (var kind : handler.objects()) {
      var other = handlers.putIfAbsent(new Rule(handler.activity(), kind), handler);
      if (other != null) {
        throw new IllegalArgumentException(
            "%s of %s is handled twice: by %s and %s"
                .formatted(
                    handler.activity().getSimpleName(),
                    kind,
                    other.getClass(),
                    handler.getClass()));
      }
    }
  }

  Optional<ActivityHandler<?>> find(Activity activity, ObjectKind kind) {
    return Optional.ofNullable(handlers.get(new Rule(activity.getClass(), kind)));
  }

  /** All who answer for a type of activity. */
  List<ActivityHandler<?>> all(Activity activity) {
    return handlers.entrySet().stream()
        .filter(entry -> entry.getKey().activity() == activity.getClass())
        .<ActivityHandler<?>>map(Map.Entry::getValue)
        .distinct()
        .toList();
  }
}
