package social.kring.door.mastodon.composing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.posts.ProfileReader;
import social.kring.community.posts.PublishedCount;
import social.kring.community.posts.StampReader;
import social.kring.community.relationships.FollowCounts;
import social.kring.community.relationships.RelationshipReader;
import social.kring.door.mastodon.entities.Account;
import social.kring.door.mastodon.entities.CustomEmoji;
import social.kring.door.mastodon.entities.Field;
import social.kring.federation.actors.ActorKind.Type;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.federation.peers.HostPolicies;
import social.kring.federation.peers.PeerPolicy;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.url.FediUrl;

/**
 * Composes accounts: a batch takes three queries, four if somebody moved, and one by ids that are
 * known.
 */
public final class AccountComposer {
  private final Actors actors;
  private final RelationshipReader relationships;
  private final ProfileReader profiles;
  private final StampReader stamps;
  private final HostPolicies policies;
  private final Faces faces;
  private final AccountShelf shelf = new AccountShelf();

  public AccountComposer(
      Actors actors,
      RelationshipReader relationships,
      ProfileReader profiles,
      StampReader stamps,
      HostPolicies policies,
      Faces faces) {
    this.actors = actors;
    this.relationships = relationships;
    this.profiles = profiles;
    this.stamps = stamps;
    this.policies = policies;
    this.faces = faces;
  }

  public Account one(Queries queries, ActorRow actor) {
    return of(queries, List.of(actor)).getFirst();
  }

  /** In their order. */
  public List<Account> of(Queries queries, List<ActorRow> rows) {
    var byId = byId(queries, rows);
    return rows.stream().map(actor -> byId.get(actor.id())).toList();
  }

  /** By their ids, in the order asked for; unknown ids are left out. */
  public List<Account> ofIds(Queries queries, List<Long> ids) {
    var found = new HashMap<Long, Account>();
    var stamped = stamps.accounts(queries, ids);
    stamped.forEach((id, stamp) -> find(id, stamp).ifPresent(account -> found.put(id, account)));
    var missing = ids.stream().filter(id -> !found.containsKey(id)).distinct().toList();
    var rows = actors.byIds(queries, missing);
    found.putAll(byId(queries, rows));
    // What a transaction has changed others do not see yet, and perhaps never will.
    if (!(queries instanceof Transaction)) {
      rows.forEach(actor -> shelf.put(stamped.get(actor.id()), actor, found.get(actor.id())));
    }
    return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
  }

  private Optional<Account> find(long id, String stamp) {
    return shelf
        .find(id, stamp)
        .filter(shelved -> isStillSo(shelved.actor(), shelved.account()))
        .map(AccountShelf.Shelved::account);
  }

  /** Whether what this node thinks of the actor's host, which is in memory, is what is shown. */
  boolean isStillSo(ActorRow actor, Account shown) {
    return isLimited(actor) == shown.limited();
  }

  /** By the actors' ids. */
  public Map<Long, Account> byId(Queries queries, Collection<ActorRow> rows) {
    if (rows.isEmpty()) return Map.of();
    var all = new HashMap<Long, ActorRow>();
    rows.forEach(row -> all.put(row.id(), row));
    var moved = moved(queries, rows);
    moved.values().forEach(target -> all.put(target.id(), target));
    var follows = relationships.counts(queries, all.keySet());
    var published = profiles.counts(queries, all.keySet());
    Function<ActorRow, Numbers> numbers =
        actor ->
            new Numbers(
                follows.getOrDefault(actor.id(), FollowCounts.NONE),
                published.getOrDefault(actor.id(), PublishedCount.NONE));
    return rows.stream()
        .distinct()
        .collect(
            Collectors.toUnmodifiableMap(
                ActorRow::id, actor -> account(actor, moved, numbers), (one, same) -> one));
  }

  private Map<FediUrl, ActorRow> moved(Queries queries, Collection<ActorRow> rows) {
    var targets =
        rows.stream().flatMap(actor -> actor.standing().movedTo().stream()).distinct().toList();
    return actors.byUris(queries, targets).stream()
        .collect(Collectors.toMap(ActorRow::uri, Function.identity()));
  }

  private Account account(
      ActorRow actor, Map<FediUrl, ActorRow> moved, Function<ActorRow, Numbers> numbers) {
    var target = actor.standing().movedTo().map(moved::get).filter(row -> row.id() != actor.id());
    return account(
        actor,
        numbers.apply(actor),
        target.map(row -> account(row, numbers.apply(row), Optional.empty())));
  }

  private record Numbers(FollowCounts follows, PublishedCount published) {}

  private Account account(ActorRow actor, Numbers numbers, Optional<Account> moved) {
    var profile = actor.profile();
    var choices = actor.standing().choices();
    var shown = Faces.shown(actor);
    return new Account(
        Long.toString(actor.id()),
        actor.handle().name(),
        faces.acct(actor),
        actor.addresses().page().text(),
        actor.uri().text(),
        shown ? profile.displayName() : "",
        shown ? profile.summary() : "",
        faces.avatar(actor),
        faces.avatar(actor),
        faces.header(actor),
        faces.header(actor),
        choices.locked(),
        shown ? fields(actor) : List.of(),
        shown ? emojis(actor) : List.of(),
        isBot(actor.kind().type()),
        isGroup(actor.kind().type()),
        choices.discoverable(),
        choices.indexable(),
        !choices.indexable(),
        moved,
        !shown,
        isLimited(actor),
        profile.published(),
        numbers.published().last().map(last -> LocalDate.ofInstant(last, ZoneOffset.UTC)),
        numbers.published().posts(),
        numbers.follows().followers(),
        numbers.follows().following(),
        choices.hidesCollections(),
        List.of());
  }

  private static List<Field> fields(ActorRow actor) {
    return actor.profile().fields().stream()
        .map(field -> new Field(field.name(), field.value(), field.verifiedAt()))
        .toList();
  }

  private List<CustomEmoji> emojis(ActorRow actor) {
    return actor.profile().emojis().stream()
        .flatMap(
            emoji ->
                faces.shown(emoji.url()).stream()
                    .map(url -> CustomEmoji.used(emoji.shortcode(), url)))
        .toList();
  }

  private static boolean isBot(Type type) {
    return type == Type.SERVICE || type == Type.APPLICATION;
  }

  private static boolean isGroup(Type type) {
    return type == Type.GROUP;
  }

  private boolean isLimited(ActorRow actor) {
    return !actor.local() && policies.policy(actor.handle().authority()) == PeerPolicy.LIMITED;
  }
}
