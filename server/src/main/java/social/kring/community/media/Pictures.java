package social.kring.community.media;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import social.kring.community.Capability;
import social.kring.community.Foundation;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.cpu.CpuPool;
import social.kring.platform.domains.Domains;
import social.kring.platform.objects.ObjectStore;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/** The pictures that people of this node show. */
public final class Pictures {
  /** Bytes of an upload. */
  public static final int LARGEST_UPLOAD = 10 << 20;

  /** Width by height of an upload. */
  public static final long MOST_PIXELS = Darkroom.MOST_PIXELS;

  private final Foundation base;
  private final CpuPool cpu;
  private final MediaStore store;
  private final FileKeeping keeping;
  private final PictureTable table = new PictureTable();

  public static Pictures on(Foundation base, Domains domains, CpuPool cpu, Path folder) {
    return new Pictures(base, domains, cpu, new WaitingStore(new MediaFolder(folder), cpu));
  }

  /**
   * As above, in a bucket.
   *
   * @param folder where they were kept before
   * @param copies of what is shown, on this machine
   */
  public static Pictures in(
      ObjectStore bucket,
      Foundation base,
      Domains domains,
      CpuPool cpu,
      Path folder,
      RemoteMedia.Room copies) {
    var kept = new DiskCache.Room(copies.bytes(), copies.longest());
    var cache = new DiskCache(copies.folder(), kept, base.clock());
    return new Pictures(
        base, domains, cpu, new BucketStore(bucket, cache, new MediaFolder(folder), cpu));
  }

  private Pictures(Foundation base, Domains domains, CpuPool cpu, MediaStore store) {
    this.base = base;
    this.cpu = cpu;
    this.store = store;
    this.keeping = new FileKeeping(base, domains, store);
  }

  /** What people show in posts, kept beside these. */
  public Uploads uploads() {
    var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return new Uploads(base, cpu, keeping, Ffmpeg.on(path));
  }

  public Capability capability() {
    var purge = new UploadPurge(base);
    return Capability.named("media")
        .consuming(purge)
        .working(
            purge,
            new PictureSweep(table, store, base.database(), base.clock()),
            new UploadSweep(base.database(), base.clock()));
  }

  /**
   * Draws an upload anew and keeps it. Not inside of a transaction.
   *
   * @param name of the upload, for what is said about it: {@code "avatar"}
   * @return its address
   * @throws Problem INVALID where the upload is no picture, or one that is too large
   */
  public FediUrl keep(ActorRow owner, String name, byte[] upload, PictureShape shape) {
    if (upload.length > LARGEST_UPLOAD) {
      throw Problem.invalid(name + " has more than " + LARGEST_UPLOAD + " bytes");
    }
    var drawing = cpu.compute(() -> new Darkroom(name).draw(upload, shape));
    var file = keeping.keep(owner, Print.of(drawing));
    keeping.complete(base.database(), List.of(file));
    return keeping.address(owner, file);
  }

  /** The owner no longer shows it; the file goes after a while. Other addresses are left alone. */
  public void release(Transaction tx, ActorRow owner, String address) {
    var path = FediUrl.tryParse(address).map(FediUrl::pathAndQuery).orElse("");
    if (!path.startsWith(FileKeeping.PATH)) return;
    table.release(
        tx, owner.id(), path.substring(FileKeeping.PATH.length()), base.clock().instant());
  }

  /**
   * A file that may be shown.
   *
   * @param name the last part of the picture's address
   */
  public Optional<PictureFile> find(String name) {
    return table
        .mediaType(base.database(), name)
        .flatMap(mediaType -> store.find(name).map(path -> new PictureFile(path, mediaType)));
  }
}
