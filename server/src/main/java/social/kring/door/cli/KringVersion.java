package social.kring.door.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, as its jar says. */
public final class KringVersion implements IVersionProvider {
  public static String text() {
    return Optional.ofNullable(KringVersion.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Kring " + text()};
  }
}
