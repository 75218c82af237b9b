package social.kring.community.media;

import java.time.Clock;
import java.util.List;
import social.kring.community.Foundation;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Minting;
import social.kring.platform.domains.Domains;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Queries;
import social.kring.protocol.url.FediUrl;

/**
 * Keeps files under names that say nothing: a row first, then the file, then that it is there to be
 * shown. What never gets that far is swept.
 */
final class FileKeeping {
  static final String PATH = "/media/";

  private final Database database;
  private final Minting minting;
  private final Ids ids;
  private final Clock clock;
  private final Domains domains;
  private final MediaStore store;
  private final PictureTable table = new PictureTable();

  FileKeeping(Foundation base, Domains domains, MediaStore store) {
    this.database = base.database();
    this.minting = base.minting();
    this.ids = base.ids();
    this.clock = base.clock();
    this.domains = domains;
    this.store = store;
  }

  /**
   * Not inside of a transaction.
   *
   * @return the file's name, for {@link #complete}
   */
  String keep(ActorRow owner, Print print) {
    var name = minting.token() + "." + print.extension();
    table.insert(database, ids.next(), owner.id(), name, print, clock.instant());
    store.write(name, print.mediaType(), print.content());
    return name;
  }

  /** From now on these are shown. */
  void complete(Queries queries, List<String> names) {
    table.complete(queries, names, clock.instant());
  }

  /** Where everybody finds a file who knows its name: under the domain that its owner lives on. */
  FediUrl address(ActorRow owner, String name) {
    return domains
        .byAuthority(owner.uri().origin().authority())
        .orElseGet(domains::primary)
        .url(PATH + name);
  }
}
