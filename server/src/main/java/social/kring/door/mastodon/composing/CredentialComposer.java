package social.kring.door.mastodon.composing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.kring.community.PageRequest;
import social.kring.community.access.Account;
import social.kring.community.people.People;
import social.kring.community.people.Profile;
import social.kring.community.people.Settings;
import social.kring.community.relationships.RelationshipReader;
import social.kring.door.mastodon.entities.CredentialAccount;
import social.kring.door.mastodon.entities.CredentialAccount.Source;
import social.kring.door.mastodon.entities.Field;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Queries;

/** Composes people as they see themselves. */
public final class CredentialComposer {
  /** As many requests as are ever counted. */
  private static final int MOST_REQUESTS = 40;

  private final AccountComposer accounts;
  private final People people;
  private final RelationshipReader relationships;

  public CredentialComposer(
      AccountComposer accounts, People people, RelationshipReader relationships) {
    this.accounts = accounts;
    this.people = people;
    this.relationships = relationships;
  }

  public CredentialAccount of(Queries queries, ActorRow person, Account account) {
    return new CredentialAccount(
        accounts.one(queries, person), source(queries, person), Roles.of(account.role()));
  }

  private Source source(Queries queries, ActorRow person) {
    var profile = people.profile(queries, person.id());
    var settings = people.settings(queries, person.id());
    var requests =
        relationships.requests(queries, person.id(), PageRequest.newest(MOST_REQUESTS)).size();
    return source(profile, settings, requests, fields(profile, person));
  }

  private static Source source(
      Profile profile, Settings settings, int requests, List<Field> fields) {
    var choices = profile.choices();
    return new Source(
        profile.attributionDomains(),
        profile.bio(),
        fields,
        StatusRenderer.text(settings.visibility()),
        settings.sensitive(),
        settings.language().orElse(""),
        requests,
        choices.hidesCollections(),
        choices.discoverable(),
        choices.indexable(),
        settings.quotes().text());
  }

  private static List<Field> fields(Profile profile, ActorRow person) {
    return profile.fields().stream()
        .map(field -> new Field(field.name(), field.value(), verified(field, person)))
        .toList();
  }

  private static Optional<Instant> verified(Profile.Field field, ActorRow person) {
    return person.profile().fields().stream()
        .filter(shown -> shown.name().equals(field.name()))
        .filter(shown -> shown.source().equals(field.value()))
        .findFirst()
        .flatMap(shown -> shown.verifiedAt());
  }
}
