package social.kring.community.access;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import social.kring.community.access.Applications.NewApplication;
import social.kring.community.access.Applications.Registration;
import social.kring.platform.mail.Letter;
import social.kring.testing.Town;

/** A town with its accounts. */
final class Gate implements AutoCloseable {
  static final String PASSWORD = "correct horse battery staple";
  static final String CALLBACK = "https://app.example/callback";

  /** Hashes that cost what real ones do would only make tests slow. */
  private static final Argon2id CHEAP = new Argon2id(64, 1, 1);

  private final SecureRandom random = new SecureRandom();
  final Town town = new Town();
  final Letterbox post = new Letterbox();
  final Access access;

  Gate() {
    this(new Access.Rules(SignUps.Policy.APPROVAL, true));
  }

  Gate(Access.Rules rules) {
    access =
        new Access(
            town.foundation(),
            town.people(),
            town.domains(),
            new Passwords(CHEAP, random, town.cpu()),
            random,
            rules,
            post);
  }

  Account account(String name) {
    var wanted = new NewAccount(name, Town.DOMAIN, name + "@mail.example", PASSWORD, Role.MEMBER);
    return access.accounts().create(town.database(), wanted);
  }

  Registration application(String scopes) {
    var wanted =
        new NewApplication(
            "Tusk",
            Optional.empty(),
            List.of(CALLBACK, Application.OUT_OF_BAND),
            Scopes.parse(scopes));
    return town.database().transaction(tx -> access.applications().register(tx, wanted));
  }

  /** Carries out the letters that wait. */
  List<Letter> mail() {
    var jobs = access.capability().jobs();
    for (var job = town.pollJob(); job.isPresent(); job = town.pollJob()) {
      var waiting = job.get();
      jobs.stream()
          .filter(handler -> handler.kind().equals(waiting.kind()))
          .forEach(handler -> handler.run(waiting.details()));
    }
    return post.take();
  }

  @Override
  public void close() {
    town.close();
  }
}
