package social.kring.platform.backup;

import java.time.Instant;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/**
 * What a backup is of.
 *
 * @param migration the newest one that its tables had
 * @param domain the node's own
 */
public record BackupLabel(String migration, String domain, Instant madeAt) {
  private static final long FORMAT = 1;

  Tree document() {
    return Tree.builder()
        .put("format", FORMAT)
        .put("migration", migration)
        .put("domain", domain)
        .put("madeAt", madeAt.toString())
        .build();
  }

  /**
   * @throws Problem INVALID for what a later version has written
   */
  static BackupLabel from(Tree document) {
    if (document.number("format").orElse(0L) != FORMAT) {
      throw Problem.invalid("the backup has a format that this version does not know");
    }
    return new BackupLabel(
        document.string("migration").orElseThrow(),
        document.string("domain").orElseThrow(),
        document.instant("madeAt").orElseThrow());
  }
}
