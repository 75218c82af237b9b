package social.kring.testing;

import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import social.kring.community.Capability;
import social.kring.community.access.Access;
import social.kring.community.access.NewAccount;
import social.kring.community.access.Role;
import social.kring.community.access.Scopes;
import social.kring.community.access.SignUps;
import social.kring.community.emoji.CustomEmojis;
import social.kring.community.house.House;
import social.kring.community.push.Push;
import social.kring.community.push.TokenSeal;
import social.kring.door.Census;
import social.kring.door.ClientAddresses;
import social.kring.door.activitypub.NodeCard;
import social.kring.door.kring.KringDoor;
import social.kring.door.mastodon.Capabilities;
import social.kring.door.mastodon.MastodonDoor;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.workers.Worker;

/** A square whose people use apps: the client API over HTTP, in front of a real database. */
public final class ApiTown implements AutoCloseable {
  private static final String EVERYTHING = "read write follow push";

  private final Square square = new Square();
  private final SecureRandom random = new SecureRandom();
  private final Access access;
  private final Path secrets = temporaryFolder();
  private final PushPost post = new PushPost();
  private final Push push;
  private final MastodonDoor mastodon;
  private final List<Worker> live;
  private final HttpDoors doors;
  private final AtomicReference<Router> router = new AtomicReference<>();

  public ApiTown() {
    var town = square.town();
    access =
        new Access(
            town.foundation(),
            town.people(),
            town.domains(),
            town.cpu(),
            random,
            new Access.Rules(SignUps.Policy.OPEN, true));
    push = push();
    square.add(push.capability());
    square.add(
        Capability.named("access").working(access.capability().jobs().toArray(JobHandler[]::new)));
    mastodon = new MastodonDoor(capabilities(), card(), census(), new ClientAddresses(List.of()));
    live = mastodon.streaming().workers(square.dispatch());
    doors = new HttpDoors(town, router::set, mastodon, kring());
  }

  private Push push() {
    var town = square.town();
    return new Push(
        town.foundation(),
        new Push.Sources(
            access.tokens(),
            square.notifications(),
            square.relationships().reader(),
            square.posts().reading().posts()),
        new Push.Outside(
            town.domains(),
            square.media().links(),
            post::send,
            new TokenSeal(secrets.resolve("push.key"), random)),
        random);
  }

  private static NodeCard card() {
    return new NodeCard("Town", "A town of <tests>", "1.2.3", true);
  }

  private Census census() {
    return new Census(
        access.accounts(),
        square.posts().reading().profiles(),
        square.database(),
        square.town().clock());
  }

  private KringDoor kring() {
    var town = square.town();
    return new KringDoor(
        town.database(),
        new KringDoor.Members(town.foundation().actors(), town.people(), access),
        new KringDoor.Moving(
            square.relationships().moves(), square.outside(), square.outside()::fresh),
        town.clock());
  }

  public Capabilities capabilities() {
    var town = square.town();
    return new Capabilities(
        town.foundation(),
        new Capabilities.Members(
            town.people(),
            access,
            square.media().pictures(),
            square.media().uploads(),
            square.media().links()),
        new Capabilities.Surroundings(
            town.domains(),
            square.peers(),
            square.outside(),
            new Capabilities.Keeping(
                square.moderation(),
                House.on(town.foundation()),
                new CustomEmojis(town.foundation(), square.media().pictures()))),
        square.relationships(),
        square.posts(),
        new Capabilities.Reading(
            square.timelines(),
            square.notifications(),
            square.curation(),
            push,
            square.conversations(),
            square.schedule()));
  }

  public Square square() {
    return square;
  }

  public Access access() {
    return access;
  }

  public Router router() {
    return router.get();
  }

  public String address() {
    return doors.address();
  }

  /** Somebody with an account, and an app that may do everything for them. */
  public Resident person(String name) {
    var account =
        access
            .accounts()
            .create(
                square.database(),
                new NewAccount(
                    name,
                    Town.DOMAIN,
                    name + "@mail.example",
                    "correct horse battery staple",
                    Role.MEMBER));
    var actor =
        square.town().foundation().actors().byId(square.database(), account.actor()).orElseThrow();
    return new Resident(this, new Neighbour(square, actor), token(actor.id(), EVERYTHING));
  }

  public String token(long actor, String scopes) {
    return square
        .database()
        .transaction(
            tx -> access.tokens().issueByOperator(tx, actor, Scopes.parse(scopes), "the tests"))
        .secret()
        .text();
  }

  public Stranger stranger(String name, String host) {
    return square.stranger(name, host);
  }

  /** An app without a token. */
  public ApiClient api() {
    return new ApiClient(address(), Optional.empty());
  }

  public ApiClient api(String token) {
    return new ApiClient(address(), Optional.of(token));
  }

  /** Does everything that waits, and tells those who listen. */
  public void drain() {
    square.drain();
    for (var worker : live) {
      while (worker.work()) {
        // There is more.
      }
    }
  }

  /** How many apps listen to streams. */
  public int listening() {
    return mastodon.streaming().open();
  }

  /** As the node does when it stops. */
  public void endStreams() {
    mastodon.streaming().close();
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("kring-api-town");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    doors.close();
    square.close();
    post.close();
    try {
      Files.deleteIfExists(secrets.resolve("push.key"));
      Files.delete(secrets);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
