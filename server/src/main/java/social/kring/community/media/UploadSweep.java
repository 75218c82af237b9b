package social.kring.community.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.protocol.json.Tree;

/** Forgets uploads that no post has shown for a day; {@link PictureSweep} deletes their files. */
final class UploadSweep implements JobHandler {
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int BATCH = 100;

  private final Database database;
  private final Clock clock;
  private final UploadTable table = new UploadTable();
  private final PictureTable files = new PictureTable();

  UploadSweep(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "media.forget";
  }

  @Override
  public Optional<Duration> every() {
    return Optional.of(Duration.ofHours(1));
  }

  @Override
  public void run(Tree details) {
    var before = clock.instant().minus(KEPT);
    while (forget(before) == BATCH) {
      // Another batch is left.
    }
  }

  /** Nobody saw them, so their files need not wait any longer. */
  private int forget(Instant before) {
    return database.transaction(
        tx -> {
          var idle = table.deleteIdle(tx, before, BATCH);
          var names = idle.stream().flatMap(UploadTable.Names::all).toList();
          files.releaseAll(tx, names, PictureTable.AT_ONCE);
          return idle.size();
        });
  }
}
