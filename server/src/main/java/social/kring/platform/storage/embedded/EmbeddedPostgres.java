package social.kring.platform.storage.embedded;

import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.protocol.Problem;

/**
 * A PostgreSQL server of the node's own: password only, loopback only, durable. It ends with the
 * process that started it, however that ends; where it breaks down before, it is started again.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration BETWEEN_STARTS = Duration.ofSeconds(1);
  private static final String USER = "kring";
  private static final int STARTS_WITHIN = 60;
  private static final int STOPS_WITHIN = 8;
  private static final int PASSWORD_BYTES = 32;
  private static final int PORT_TRIES = 3;
  private static final int MOST_LOOKS = 2_000;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  private final PostgresPaths paths;
  private final PostgresBinaries binaries;
  private final Unprivileged user;
  private final Map<String, String> configuration;
  private volatile PostgresServer server;
  private volatile boolean closing;
  private int port;

  private EmbeddedPostgres(
      PostgresPaths paths, Unprivileged user, Map<String, String> configuration)
      throws IOException {
    this.paths = paths;
    this.user = user;
    this.configuration = configuration;
    this.binaries = PostgresBinaries.in(paths.binaries());
  }

  /**
   * Starts the server whose files lie in these places, after making them where they are missing.
   * The caller holds the data directory's lock.
   *
   * @param configuration settings of PostgreSQL, by name
   * @throws Problem INTERNAL with PostgreSQL's own words where it does not start
   */
  public static EmbeddedPostgres start(PostgresPaths paths, Map<String, String> configuration) {
    try {
      var postgres = new EmbeddedPostgres(paths, Unprivileged.here(), configuration);
      postgres.initialize();
      postgres.endSurvivor();
      postgres.launch();
      postgres.watch(postgres.server);
      return postgres;
    } catch (IOException failure) {
      throw new Problem(
          Problem.Kind.INTERNAL,
          "The embedded PostgreSQL in " + paths.data() + " does not start: " + failure.getMessage(),
          failure);
    }
  }

  /** The server that another process runs on these files, if one does. */
  public static Optional<PgConnectOptions> running(PostgresPaths paths) throws IOException {
    var postmaster = Postmaster.of(paths.data()).filter(Postmaster::ready);
    if (postmaster.isEmpty() || !postmaster.get().runsIn(paths.data())) return Optional.empty();
    return Optional.of(address(paths, postmaster.get().port()));
  }

  public PgConnectOptions address() throws IOException {
    return address(paths, port);
  }

  private static PgConnectOptions address(PostgresPaths paths, int port) throws IOException {
    return new PgConnectOptions()
        .setHost("127.0.0.1")
        .setPort(port)
        .setUser(USER)
        .setPassword(Files.readString(paths.password()).strip())
        .setDatabase("postgres");
  }

  /** A cluster is made aside and moved, so that half a cluster is never taken for a whole one. */
  private void initialize() throws IOException {
    if (Files.exists(paths.data().resolve("PG_VERSION"))) {
      user.own(paths.data());
      return;
    }
    writePassword();
    var unfinished = Files.createTempDirectory(paths.data().getParent(), "initdb-");
    var passwordFile = Files.copy(paths.password(), unfinished.resolve("password"));
    var cluster = Files.createDirectory(unfinished.resolve("data"));
    Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwx--x--x"));
    user.own(unfinished);
    finish(
        "initdb",
        List.of(
            "--pgdata=" + cluster,
            "--username=" + USER,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8"));
    Files.delete(passwordFile);
    Files.move(cluster, paths.data(), StandardCopyOption.ATOMIC_MOVE);
    Files.delete(unfinished);
  }

  private void writePassword() throws IOException {
    Files.createDirectories(paths.data().getParent());
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    Files.deleteIfExists(paths.password());
    var owner = PosixFilePermissions.fromString("rw-------");
    Files.createFile(paths.password(), PosixFilePermissions.asFileAttribute(owner));
    Files.writeString(paths.password(), HexFormat.of().formatHex(bytes) + "\n");
  }

  /** A server that outlived its node holds the files; one that only left its claim does not. */
  private void endSurvivor() throws IOException {
    var postmaster = Postmaster.of(paths.data());
    if (postmaster.isEmpty()) return;
    if (postmaster.get().runsIn(paths.data())) {
      finish("pg_ctl", List.of("stop", "--mode=fast", "--pgdata=" + paths.data()));
    } else {
      Files.deleteIfExists(paths.data().resolve("postmaster.pid"));
    }
  }

  /** Between finding a free port and taking it, somebody else may. */
  private void launch() throws IOException {
    for (var tries = 1; ; tries++) {
      port = freePort();
      server = PostgresServer.start(command());
      try {
        server.awaitReady(STARTS_WITHIN);
        awaitClaim();
        return;
      } catch (IOException failure) {
        server.kill();
        var taken = String.valueOf(failure.getMessage()).contains("Address already in use");
        if (!taken || tries == PORT_TRIES) throw failure;
      }
    }
  }

  /** Whoever stops it in good order means it; what breaks down does not. */
  private void watch(PostgresServer watched) {
    watched.onEnd(
        status -> {
          if (status != 0 && !closing) Thread.ofPlatform().daemon().start(this::revive);
        });
  }

  /** At the same address, where everybody looks for it. What is left of it may be in the way. */
  private void revive() {
    while (!closing) {
      LOG.atError().log("the embedded PostgreSQL has broken down, starting it again");
      try {
        endSurvivor();
        server = PostgresServer.start(command());
        server.awaitReady(STARTS_WITHIN);
        watch(server);
        LOG.atWarn().log("the embedded PostgreSQL runs again");
        return;
      } catch (IOException failure) {
        server.kill();
        LOG.atError().setCause(failure).log("the embedded PostgreSQL does not start");
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_STARTS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Its log says that it is ready a moment before its file does, by which others find it. */
  private void awaitClaim() throws IOException {
    for (var looks = 0; looks < MOST_LOOKS; looks++) {
      if (Postmaster.of(paths.data()).filter(Postmaster::ready).isPresent()) return;
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    throw new IOException("postgres is ready, and does not write it down");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  /** In a session of its own, so that Ctrl-C reaches the node alone, which then stops it. */
  private List<String> command() {
    var postgres = new ArrayList<String>();
    postgres.addAll(List.of("setpriv", "--pdeathsig=INT", "--"));
    postgres.add(binaries.program("postgres").toString());
    postgres.addAll(List.of("-D", paths.data().toString(), "-p", Integer.toString(port)));
    configuration.forEach((name, value) -> postgres.addAll(List.of("-c", name + "=" + value)));
    postgres.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
    var command = new ArrayList<>(List.of("setsid"));
    command.addAll(user.command(postgres));
    return command;
  }

  private void finish(String program, List<String> arguments) throws IOException {
    var command = new ArrayList<>(List.of(binaries.program(program).toString()));
    command.addAll(arguments);
    var process =
        new ProcessBuilder(user.command(command))
            .directory(paths.data().getParent().toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes());
    try {
      if (!process.waitFor(STARTS_WITHIN, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(program + " failed: " + said.strip().replace('\n', ' '));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(program + " was interrupted", stopped);
    }
  }

  /** Stops it, ending what still runs there; what was committed is kept. */
  @Override
  public void close() {
    closing = true;
    try {
      finish("pg_ctl", List.of("stop", "--mode=fast", "--no-wait", "--pgdata=" + paths.data()));
      if (!server.awaitEnd(STOPS_WITHIN)) server.kill();
    } catch (IOException gone) {
      server.kill();
    }
  }
}
