package social.kring.community.moderation;

import java.util.Optional;

/**
 * Which reports are wanted.
 *
 * @param resolved those that were dealt with, else those that wait
 * @param reporter only what this actor told
 * @param target only what is about this actor
 */
public record ReportFilter(boolean resolved, Optional<Long> reporter, Optional<Long> target) {
  public static final ReportFilter OPEN =
      new ReportFilter(false, Optional.empty(), Optional.empty());
}
