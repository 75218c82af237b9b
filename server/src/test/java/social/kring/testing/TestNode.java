package social.kring.testing;

import io.vertx.pgclient.PgConnectOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import social.kring.community.access.Access;
import social.kring.community.access.SignUps;
import social.kring.node.ListenAddress;
import social.kring.node.LogFormat;
import social.kring.node.Node;
import social.kring.node.Settings;
import social.kring.platform.domains.Domain;
import social.kring.platform.http.PrivatePeers;

/** Whole nodes in this JVM, on loopback, each with a database of its own. */
public final class TestNode {
  private TestNode() {}

  /** Starts one that is called {@code name.localhost}. */
  public static Node start(String name, Path dataDirectory) {
    return Node.start(settings(name, dataDirectory, TestPostgres.shared().newDatabase()));
  }

  /** Settings of a node that may reach others on this machine. */
  public static Settings settings(String name, Path dataDirectory, PgConnectOptions database) {
    var port = NodeProcess.freePort();
    return new Settings(
        new Domain("http", name + ".localhost:" + port),
        new Settings.Listening(new ListenAddress("127.0.0.1", port), Optional.empty()),
        new Settings.Storage(dataDirectory, Optional.of(database), false),
        List.of(),
        new PrivatePeers.All(),
        new Access.Rules(SignUps.Policy.OPEN, false),
        true,
        LogFormat.TEXT,
        Optional.empty());
  }
}
