package social.kring.node;

import java.nio.file.Path;
import social.kring.community.media.RemoteMedia;
import social.kring.federation.remote.RemoteFiles;
import social.kring.protocol.url.FediUrl;

/** The way to pictures that lie elsewhere. */
record FilesElsewhere(RemoteFiles files) implements RemoteMedia.Elsewhere {

  @Override
  public void requireAllowed(FediUrl url) {
    files.requireAllowed(url);
  }

  @Override
  public void fetch(FediUrl url, Path file, long largest) {
    files.fetch(url, file, largest);
  }
}
