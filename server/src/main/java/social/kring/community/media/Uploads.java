package social.kring.community.media;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.kring.community.Foundation;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.cpu.CpuPool;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/** What people of this node show in posts: pictures, films and sounds. */
public final class Uploads {
  /** How many a post shows. */
  public static final int MOST_SHOWN = 4;

  /** Bytes of a request that brings a file and its thumbnail. */
  public static final long LARGEST_UPLOAD = FilmProcess.LARGEST + Pictures.LARGEST_UPLOAD;

  /** Bytes of a film or a sound. */
  public static final long LARGEST_FILM = FilmProcess.LARGEST;

  /** Width by height of a film. */
  public static final long MOST_PIXELS_OF_FILM = FilmProcess.MOST_PIXELS;

  /** Pictures a second of a film. */
  public static final int MOST_A_SECOND = FilmProcess.MOST_A_SECOND;

  /** What is taken on every machine. */
  public static final List<String> MEDIA_TYPES =
      Arrays.stream(FileFormat.values())
          .map(FileFormat::mediaType)
          .filter(type -> !type.equals("image/avif") && !type.startsWith("image/hei"))
          .distinct()
          .toList();

  private static final int MOST_IDLE = 200;

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final FileKeeping keeping;
  private final UploadProcess process;
  private final UploadTable table = new UploadTable();
  private final PictureTable files = new PictureTable();

  Uploads(Foundation base, CpuPool cpu, FileKeeping keeping, Optional<Ffmpeg> programs) {
    this.database = base.database();
    this.ids = base.ids();
    this.clock = base.clock();
    this.keeping = keeping;
    this.process = new UploadProcess(cpu, programs);
  }

  /**
   * Makes of a file what may be shown, and keeps that until a post shows it, for a day. Not inside
   * of a transaction.
   *
   * @param thumbnail what stands for a film or a sound in lists
   * @throws Problem INVALID where the file is of no kind that is known, too large, or broken
   */
  public Upload take(ActorRow owner, Path file, Optional<Path> thumbnail, Caption caption) {
    caption.check();
    if (table.idle(database, owner.id()) >= MOST_IDLE) {
      throw Problem.invalid(
          "Validation failed: more than " + MOST_IDLE + " files wait to be posted");
    }
    var prints = process.of(file, thumbnail);
    try {
      return require(owner, keep(owner, prints, caption.or(Caption.NONE)));
    } finally {
      prints.discardBut(file);
    }
  }

  private long keep(ActorRow owner, Prints prints, Caption caption) {
    var names =
        new UploadTable.Names(
            keeping.keep(owner, prints.original()),
            prints.preview().map(print -> keeping.keep(owner, print)));
    var id = ids.next();
    return database.transaction(
        tx -> {
          keeping.complete(tx, names.all().toList());
          table.insert(tx, id, owner.id(), prints, names, caption, clock.instant());
          return id;
        });
  }

  /**
   * One that no post shows yet.
   *
   * @throws Problem NOT_FOUND if it is not the owner's, or is shown
   */
  public Upload require(ActorRow owner, long id) {
    return table.idle(database, owner.id(), id, addresses(owner)).orElseThrow(Uploads::notFound);
  }

  /**
   * Says something else of one that no post shows yet.
   *
   * @throws Problem INVALID for what cannot be said, NOT_FOUND as above
   */
  public Upload describe(ActorRow owner, long id, Caption caption) {
    caption.check();
    var said = caption.or(require(owner, id).caption());
    table.describe(database, id, said);
    return require(owner, id);
  }

  /**
   * @throws Problem NOT_FOUND if it is not the owner's, INVALID if a post shows it
   */
  public void delete(ActorRow owner, long id) {
    database.transaction(
        tx -> {
          if (table.isShown(tx, owner.id(), id)) {
            throw Problem.invalid("Media attachment is currently used by a status");
          }
          if (table.lock(tx, owner.id(), 0, List.of(id), addresses(owner)).isEmpty()) {
            throw notFound();
          }
          forget(tx, table.delete(tx, id).stream().toList());
          return null;
        });
  }

  /**
   * Lets a post show them, and no other one.
   *
   * @return in the order asked for
   * @throws Problem INVALID where they are too many, not the author's, or another post shows them
   */
  public List<Upload> attach(Transaction tx, ActorRow author, long post, List<Shown> shown) {
    if (shown.isEmpty()) return List.of();
    if (shown.size() > MOST_SHOWN) {
      throw Problem.invalid(
          "Validation failed: media_ids has more than " + MOST_SHOWN + " attachments");
    }
    var wanted = shown.stream().map(Shown::id).distinct().toList();
    var found =
        table.lock(tx, author.id(), post, wanted, addresses(author)).stream()
            .collect(Collectors.toMap(Upload::id, Function.identity()));
    var described = shown.stream().map(each -> described(tx, found.get(each.id()), each)).toList();
    table.attach(tx, post, wanted);
    return described;
  }

  private Upload described(Transaction tx, Upload found, Shown shown) {
    if (found == null) {
      throw Problem.invalid(
          "Validation failed: media_ids names " + shown.id() + ", which is not there to be shown");
    }
    shown.caption().check();
    var caption = shown.caption().or(found.caption());
    if (!caption.equals(found.caption())) table.describe(tx, found.id(), caption);
    return new Upload(
        found.id(),
        found.kind(),
        found.original(),
        found.preview(),
        caption,
        found.blurhash(),
        found.seconds());
  }

  /** Those of these that are the owner's, whatever shows them. */
  public List<Upload> of(ActorRow owner, List<Long> ids) {
    return ids.isEmpty() ? List.of() : table.of(database, owner.id(), ids, addresses(owner));
  }

  /** The post is gone; for a day another one may show what it showed. */
  public void detach(Transaction tx, long post) {
    table.detach(tx, post, clock.instant());
  }

  /** The post is gone, and what it showed with it. */
  public void deleteOf(Transaction tx, long post) {
    forget(tx, table.deleteOfPost(tx, post));
  }

  /** Files that nobody may see any longer go with the next sweep. */
  private void forget(Transaction tx, List<UploadTable.Names> forgotten) {
    var names = forgotten.stream().flatMap(UploadTable.Names::all).toList();
    files.releaseAll(tx, names, PictureTable.AT_ONCE);
  }

  private Function<String, FediUrl> addresses(ActorRow owner) {
    return name -> keeping.address(owner, name);
  }

  private static Problem notFound() {
    return Problem.notFound("Record not found");
  }
}
