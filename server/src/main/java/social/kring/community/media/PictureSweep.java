package social.kring.community.media;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.protocol.json.Tree;

/** Deletes the files of pictures that nobody shows any longer, or that a crash left unfinished. */
final class PictureSweep implements JobHandler {
  /** Peers that were just told of a new picture may still show the old one. */
  private static final Duration KEPT = Duration.ofDays(1);

  private static final int BATCH = 100;

  private final PictureTable table;
  private final MediaStore store;
  private final Database database;
  private final Clock clock;

  PictureSweep(PictureTable table, MediaStore store, Database database, Clock clock) {
    this.table = table;
    this.store = store;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "media.sweep";
  }

  @Override
  public Optional<Duration> every() {
    return Optional.of(Duration.ofHours(1));
  }

  @Override
  public void run(Tree details) {
    var before = clock.instant().minus(KEPT);
    while (sweep(table.abandoned(database, before, BATCH)) == BATCH) {
      // Another batch is left.
    }
  }

  /** The file first: a row without a file is found again, a file without a row never. */
  private int sweep(List<String> names) {
    names.forEach(store::delete);
    table.delete(database, names);
    return names.size();
  }
}
