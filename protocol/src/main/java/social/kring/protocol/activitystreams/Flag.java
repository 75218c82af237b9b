package social.kring.protocol.activitystreams;

import java.util.List;
import social.kring.protocol.url.FediUrl;

/**
 * Reports objects to whoever moderates. Vocabulary §3.1.
 *
 * @param objects accounts and posts; at most {@value #MOST} count
 * @param content why; Lemmy says that in the summary
 */
public record Flag(ActivityHead head, List<FediUrl> objects, String content) implements Activity {
  private static final int MOST = 100;
  private static final int LONGEST = 10_000;

  public Flag {
    objects = List.copyOf(objects);
  }

  public Flag(ActivityHead head) {
    this(
        head,
        head.tree().ids("object").stream().limit(MOST).toList(),
        Texts.in(head.tree(), "content", LONGEST)
            .or(() -> Texts.in(head.tree(), "summary", LONGEST))
            .orElse(""));
  }
}
