package social.kring.platform.release;

import java.util.Optional;

/** The version of this build. */
public final class Release {
  private Release() {}

  /** As the jar says; {@code development} outside of one. */
  public static String version() {
    return Optional.ofNullable(Release.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
