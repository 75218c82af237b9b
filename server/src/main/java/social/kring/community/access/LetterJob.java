package social.kring.community.access;

import java.util.Optional;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.mail.Mailer;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/** Writes and sends one letter. Where no server takes mail it is dropped. */
final class LetterJob implements JobHandler {
  private final LetterWriter writer;
  private final Mailer mailer;
  private final Database database;

  LetterJob(LetterWriter writer, Mailer mailer, Database database) {
    this.writer = writer;
    this.mailer = mailer;
    this.database = database;
  }

  @Override
  public String kind() {
    return Letters.JOB;
  }

  @Override
  public boolean asksOthers() {
    return true;
  }

  /** What cannot be sent now is written anew later: a link that nobody got opens nothing. */
  @Override
  public void run(Tree details) {
    if (!mailer.available()) return;
    database.transaction(tx -> write(tx, details)).ifPresent(mailer::send);
  }

  private Optional<social.kring.platform.mail.Letter> write(Transaction tx, Tree details) {
    var to = details.string("to");
    var actor = details.string("actor").map(Long::valueOf);
    return details
        .string("letter")
        .flatMap(LetterKind::tryParse)
        .flatMap(
            kind ->
                switch (kind) {
                  case CONFIRM -> writer.confirmation(tx, actor.orElseThrow());
                  case RESET -> writer.reset(tx, to.orElseThrow());
                  case EMAIL_CHANGED -> writer.farewell(tx, actor.orElseThrow(), to.orElseThrow());
                  case APPROVED, PASSWORD_CHANGED, ROLE_CHANGED, TOKEN_MADE, RESET_LINK_MADE ->
                      writer.news(tx, kind, actor.orElseThrow());
                });
  }
}
