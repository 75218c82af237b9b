package social.kring.door.cli;

import java.util.List;
import java.util.Optional;
import social.kring.platform.jobs.JobQueue;
import social.kring.platform.jobs.QueuedJob;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** What was left for later. */
record JobEntries(JobQueue jobs) implements Entries {
  @Override
  public String queue() {
    return "job";
  }

  @Override
  public List<Entry> parked(Queries queries, int most) {
    return jobs.parked(queries, most).stream().map(this::entry).toList();
  }

  @Override
  public List<Entry> waiting(Queries queries, int most) {
    return jobs.waiting(queries, most).stream().map(this::entry).toList();
  }

  @Override
  public Optional<Entry> find(Queries queries, EntryName name) {
    return jobs.find(queries, name.number()).map(this::entry);
  }

  private Entry entry(QueuedJob job) {
    var fate = job.fate();
    return new Entry(
        new EntryName(queue(), Long.toString(job.id())),
        fate.parkedAt().isPresent() ? "parked" : "due " + fate.dueAt(),
        job.kind() + " " + job.key(),
        new Entry.Fate(fate.parkedAt().orElse(fate.dueAt()), fate.tries(), fate.reason()));
  }

  @Override
  public boolean retry(Transaction tx, EntryName name) {
    return jobs.retry(tx, name.number());
  }

  @Override
  public boolean drop(Transaction tx, EntryName name) {
    return jobs.drop(tx, name.number());
  }
}
