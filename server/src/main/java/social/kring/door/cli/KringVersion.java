package social.kring.door.cli;

import picocli.CommandLine.IVersionProvider;
import social.kring.platform.release.Release;

/** Answers {@code --version}. */
final class KringVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"Kring " + Release.version()};
  }
}
