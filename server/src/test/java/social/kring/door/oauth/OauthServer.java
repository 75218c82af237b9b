package social.kring.door.oauth;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.util.List;
import social.kring.community.access.Access;
import social.kring.community.access.Account;
import social.kring.community.access.NewAccount;
import social.kring.community.access.Role;
import social.kring.community.access.SignUps;
import social.kring.door.ClientAddresses;
import social.kring.door.FrontDoor;
import social.kring.platform.domains.Domain;
import social.kring.testing.Town;

/** The door of sign-in on a port of its own. */
final class OauthServer implements AutoCloseable {
  static final String PASSWORD = "correct horse battery staple";

  final Town town = new Town();
  final Access access;
  private final Vertx vertx = Vertx.vertx();
  private final int port;

  OauthServer() {
    this(new Access.Rules(SignUps.Policy.OPEN, true));
  }

  OauthServer(Access.Rules rules) {
    var random = new SecureRandom();
    access =
        new Access(town.foundation(), town.people(), town.domains(), town.cpu(), random, rules);
    var door =
        new OauthDoor(
            access,
            town.foundation().actors(),
            town.database(),
            new ClientAddresses(List.of()),
            random,
            new PlainPages());
    var front = new FrontDoor(town.domains(), router -> {}, List.of(door));
    port = serve(front);
    town.change(tx -> town.domains().add(tx, new Domain("http", "localhost:" + port)));
  }

  private int serve(FrontDoor front) {
    var bound = new java.util.concurrent.atomic.AtomicInteger();
    var verticle =
        new VerticleBase() {
          @Override
          public io.vertx.core.Future<?> start() {
            return vertx
                .createHttpServer()
                .requestHandler(front.router(vertx))
                .listen(0, "localhost")
                .onSuccess(server -> bound.set(server.actualPort()));
          }
        };
    vertx
        .deployVerticle(
            verticle, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .await();
    return bound.get();
  }

  Account account(String name) {
    var wanted = new NewAccount(name, Town.DOMAIN, name + "@mail.example", PASSWORD, Role.MEMBER);
    return access.accounts().create(town.database(), wanted);
  }

  Browser browser() {
    return new Browser("http://localhost:" + port);
  }

  @Override
  public void close() {
    vertx.close().await();
    town.close();
  }
}
