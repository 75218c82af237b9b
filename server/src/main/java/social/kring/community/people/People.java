package social.kring.community.people;

import io.vertx.pgclient.PgException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.Foundation;
import social.kring.community.emoji.UsedEmojis;
import social.kring.federation.actors.ActorKind.Type;
import social.kring.federation.actors.ActorProfile;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.federation.actors.NewActor;
import social.kring.federation.actors.PostProver;
import social.kring.federation.sending.Audience;
import social.kring.platform.domains.Domain;
import social.kring.platform.domains.Domains;
import social.kring.platform.events.Events;
import social.kring.platform.events.Happening;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** The people of this node: how they show themselves and what they chose. */
public final class People {
  private static final String UNIQUE_VIOLATION = "23505";

  private final UsedEmojis emojis = new UsedEmojis();
  private final Actors actors;
  private final PersonTable table;
  private final ProfileText text;
  private final Domains domains;
  private final Telling telling;

  /** How changes become known. */
  private record Telling(
      Events events, PersonDocuments documents, UpdateBuilder builder, DeletionBuilder deletions) {

    void deleted(Transaction tx, ActorRow person) {
      events.record(
          tx,
          Happening.published(
              "actor.deleted", person.id(), Tree.builder().build(), deletions.delete(person)));
    }

    void updated(Transaction tx, ActorRow person) {
      var nothing = Tree.builder().build();
      events.record(
          tx,
          Happening.published("person.updated", person.id(), nothing, builder.update(tx, person)));
    }
  }

  /** Puts this capability together. */
  public static People on(Foundation base, Domains domains, PostProver prover) {
    var table = new PersonTable();
    var documents = new PersonDocuments(base.actors(), table, prover);
    var builder = new UpdateBuilder(base.minting(), documents, prover);
    return new People(
        base.actors(),
        table,
        new ProfileText(),
        domains,
        new Telling(
            base.events(), documents, builder, new DeletionBuilder(base.minting(), prover)));
  }

  private People(
      Actors actors, PersonTable table, ProfileText text, Domains domains, Telling telling) {
    this.actors = actors;
    this.table = table;
    this.text = text;
    this.domains = domains;
    this.telling = telling;
  }

  /** How peers read the actors of this node. */
  public PersonDocuments documents() {
    return telling.documents();
  }

  /** Whether a person can have this name, if it is free. */
  public static boolean allowsName(String name) {
    return Names.allows(name);
  }

  /** Forgets somebody of whom nobody was told; her name is free again. */
  public void forget(Transaction tx, long person) {
    table.delete(tx, person);
    actors.forget(tx, person);
  }

  /** Does ahead of a transaction what takes long in making a person. */
  public void prepare() {
    actors.prepare();
  }

  /**
   * Makes a person, open to followers.
   *
   * @throws Problem INVALID for a name that cannot be one, CONFLICT for one that is or was taken
   */
  public ActorRow create(Transaction tx, NewPerson person) {
    var name = Names.check(person.name());
    var wanted = new NewActor(Type.PERSON, name, person.domain(), person.displayName(), false);
    var actor = create(tx, wanted);
    table.insert(tx, actor.id(), Settings.INITIAL);
    telling
        .events()
        .record(tx, Happening.here("person.created", actor.id(), Tree.builder().build()));
    return actor;
  }

  /**
   * A person's profile as she wrote it.
   *
   * @throws Problem NOT_FOUND where there is no such person here
   */
  public Profile profile(Queries queries, long person) {
    var actor = require(queries, person);
    var shown = actor.profile();
    return new Profile(
        shown.displayName(),
        shown.source(),
        shown.fields().stream()
            .map(field -> new Profile.Field(field.name(), field.source()))
            .toList(),
        shown.images(),
        actor.standing().choices(),
        actor.kind().type() == Type.SERVICE,
        attributionDomains(queries, List.of(person)).getOrDefault(person, List.of()));
  }

  /**
   * Changes a profile and tells followers.
   *
   * @throws Problem INVALID for what is too long, NOT_FOUND where there is no such person here
   */
  public ActorRow update(Transaction tx, long person, Profile profile) {
    ProfileLimits.check(profile);
    var actor = require(tx, person);
    actors.updateType(tx, person, profile.bot() ? Type.SERVICE : Type.PERSON);
    table.setAttributionDomains(tx, person, profile.attributionDomains());
    var shown = shown(tx, actor, profile);
    var changed = actors.updateProfile(tx, person, shown, profile.choices());
    telling.updated(tx, changed);
    return changed;
  }

  /**
   * Changes what a person calls herself elsewhere, and tells followers. A Move here needs it.
   *
   * @param aliases addresses and DIDs
   * @throws Problem INVALID for what is neither, NOT_FOUND where there is no such person here
   */
  public ActorRow changeAliases(Transaction tx, long person, List<String> aliases) {
    ProfileLimits.checkAliases(aliases);
    require(tx, person);
    actors.updateAliases(tx, person, aliases.stream().distinct().toList());
    return announce(tx, person);
  }

  /**
   * Tells followers how a person shows herself now, after a change of her keys.
   *
   * @throws Problem NOT_FOUND where there is no such person here
   */
  public ActorRow announce(Transaction tx, long person) {
    var actor = require(tx, person);
    telling.updated(tx, actor);
    return actor;
  }

  /**
   * Somebody goes for good, and all peers are told. The name stays taken.
   *
   * @throws Problem NOT_FOUND where there is no such person here
   */
  public void depart(Transaction tx, long person) {
    var actor = require(tx, person);
    telling.deleted(tx, actor);
    actors.markDeleted(tx, person);
    table.delete(tx, person);
  }

  /** Who hears of it. */
  public static Audience everybody() {
    return DeletionBuilder.EVERYBODY;
  }

  /**
   * @throws Problem NOT_FOUND where there is no such person here
   */
  public Settings settings(Queries queries, long person) {
    return table
        .byActor(queries, person)
        .map(PersonTable.PersonRow::settings)
        .orElseThrow(() -> nobody(person));
  }

  /**
   * @throws Problem INVALID for what is no language
   */
  public void changeSettings(Transaction tx, long person, Settings settings) {
    table.setSettings(tx, person, Settings.checked(settings));
  }

  /** Sites that may name these people as authors, by person. */
  public Map<Long, List<String>> attributionDomains(Queries queries, Collection<Long> people) {
    return table.byActors(queries, people).values().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                PersonTable.PersonRow::actor, PersonTable.PersonRow::attributionDomains));
  }

  private ActorRow create(Transaction tx, NewActor wanted) {
    try {
      return actors.create(tx, wanted);
    } catch (PgException failure) {
      if (UNIQUE_VIOLATION.equals(failure.getSqlState())) {
        throw Problem.conflict("username is \"" + wanted.name() + "\", which is taken");
      }
      throw failure;
    }
  }

  private ActorProfile shown(Queries queries, ActorRow actor, Profile profile) {
    var domain = domainOf(actor);
    return new ActorProfile(
        profile.displayName().strip(),
        text.html(profile.bio(), domain),
        profile.bio(),
        profile.images(),
        profile.fields().stream()
            .filter(field -> !field.name().isBlank() || !field.value().isBlank())
            .map(field -> shown(field, actor.profile(), domain))
            .toList(),
        emojis(queries, profile),
        actor.profile().published());
  }

  /** Those of this node that the name, the bio and the fields use. */
  private List<ActorProfile.ActorEmoji> emojis(Queries queries, Profile profile) {
    var texts =
        Stream.concat(
            Stream.of(profile.displayName(), profile.bio()),
            profile.fields().stream().flatMap(field -> Stream.of(field.name(), field.value())));
    return emojis.in(queries, texts.toArray(String[]::new)).stream()
        .map(emoji -> new ActorProfile.ActorEmoji(emoji.shortcode(), emoji.url()))
        .toList();
  }

  /** A field that stays the same stays verified. */
  private ActorProfile.Field shown(Profile.Field field, ActorProfile before, Domain domain) {
    var verified =
        before.fields().stream()
            .filter(old -> old.name().equals(field.name()) && old.source().equals(field.value()))
            .findFirst()
            .flatMap(ActorProfile.Field::verifiedAt);
    return new ActorProfile.Field(
        field.name(), text.line(field.value(), domain), field.value(), verified);
  }

  private Domain domainOf(ActorRow actor) {
    return domains.byAuthority(actor.handle().authority()).orElseGet(domains::primary);
  }

  private ActorRow require(Queries queries, long person) {
    return actors
        .byId(queries, person)
        .filter(actor -> actor.local() && actor.standing().active())
        .orElseThrow(() -> nobody(person));
  }

  private static Problem nobody(long person) {
    return Problem.notFound("nobody here has the id " + person);
  }
}
