package social.kring.community.media;

import java.util.List;
import java.util.Set;
import social.kring.community.Foundation;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.jobs.Unhurried;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/** Deletes what somebody uploaded who is gone, faces included, a few files at a time. */
final class UploadPurge implements EventConsumer, JobHandler {
  private static final String KIND = "media.purge";
  private static final int BATCH = 200;

  private final Foundation base;
  private final UploadTable uploads = new UploadTable();
  private final PictureTable files = new PictureTable();

  UploadPurge(Foundation base) {
    this.base = base;
  }

  @Override
  public String name() {
    return "media.purge";
  }

  @Override
  public Set<String> kinds() {
    return Set.of("actor.deleted");
  }

  /** Most who go lived elsewhere, and have nothing here. */
  @Override
  public void consume(List<Event> events, Transaction tx) {
    for (var event : events) {
      if (!files.hasAny(tx, event.subject())) continue;
      var details = Tree.builder().put("actor", event.subject()).build();
      var key = Long.toString(event.subject());
      base.jobs().schedule(tx, KIND, key, details, base.clock().instant());
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Tree details) {
    var actor = details.number("actor").orElseThrow();
    Unhurried.repeat(() -> base.database().transaction(tx -> deleteSome(tx, actor)));
  }

  /**
   * @return whether there may be more
   */
  private boolean deleteSome(Transaction tx, long actor) {
    var deleted = uploads.deleteOf(tx, actor, BATCH).size();
    return files.releaseOf(tx, actor, BATCH) == BATCH || deleted == BATCH;
  }
}
