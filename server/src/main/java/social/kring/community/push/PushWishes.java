package social.kring.community.push;

import java.util.Set;

/** What an app wants to be told of. */
public record PushWishes(Set<PushAlert> alerts, PushPolicy policy) {

  public PushWishes {
    alerts = Set.copyOf(alerts);
  }
}
