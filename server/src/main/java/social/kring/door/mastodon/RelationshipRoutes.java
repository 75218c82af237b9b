package social.kring.door.mastodon;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.relationships.FollowPreferences;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Ids;
import social.kring.door.api.Parameters;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Account;
import social.kring.door.mastodon.entities.Relationship;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/** How the person who is signed in stands to others. */
final class RelationshipRoutes {
  private static final int MOST_ASKED = 100;
  private static final int MOST_FAMILIAR = 20;
  private static final long LONGEST_SECONDS = Duration.ofDays(36_500).toSeconds();
  private static final Permission FOLLOWS = Permission.person("write:follows");
  private static final Permission BLOCKS = Permission.person("write:blocks");
  private static final Permission ENDORSE = Permission.person("write:accounts");
  private static final Permission MUTES = Permission.person("write:mutes");

  private final Capabilities all;
  private final Composers composers;
  private final AccountFinder finder;

  RelationshipRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
    this.finder = new AccountFinder(all);
  }

  void mount(ApiRoutes routes) {
    routes.get("/api/v1/accounts/relationships", Permission.person("read:follows"), this::between);
    routes.get(
        "/api/v1/accounts/familiar_followers",
        Permission.person("read:follows"),
        this::familiarFollowers);
    routes.post("/api/v1/accounts/:id/follow", FOLLOWS, this::follow);
    routes.post("/api/v1/accounts/:id/unfollow", FOLLOWS, this::unfollow);
    routes.post("/api/v1/accounts/:id/remove_from_followers", FOLLOWS, this::removeFollower);
    routes.post("/api/v1/accounts/:id/block", BLOCKS, this::block);
    routes.post("/api/v1/accounts/:id/unblock", BLOCKS, this::unblock);
    routes.post("/api/v1/accounts/:id/mute", MUTES, this::mute);
    routes.post("/api/v1/accounts/:id/unmute", MUTES, this::unmute);
    for (var word : List.of("endorse", "pin")) {
      routes.post("/api/v1/accounts/:id/" + word, ENDORSE, this::endorse);
      routes.post("/api/v1/accounts/:id/un" + word, ENDORSE, this::unendorse);
    }
    routes.post("/api/v1/accounts/:id/note", Permission.person("write:accounts"), this::note);
  }

  private List<Relationship> between(Call call) {
    return composers.relationships().of(all.database(), call.viewer(), asked(call));
  }

  private List<ActorRow> asked(Call call) {
    var ids =
        call.parameters().list("id").stream()
            .limit(MOST_ASKED)
            .flatMap(id -> Ids.parse(id).stream().boxed())
            .distinct()
            .toList();
    return all.base().actors().byIds(all.database(), ids).stream()
        .filter(AccountFinder::exists)
        .toList();
  }

  /** Whoever hides whom they follow or are followed by is not told of. */
  private List<Familiar> familiarFollowers(Call call) {
    var asked = asked(call).stream().limit(MOST_FAMILIAR).toList();
    var shut = shutOut(call, asked);
    var open =
        asked.stream()
            .filter(RelationshipRoutes::showsTies)
            .map(ActorRow::id)
            .filter(id -> !shut.contains(id))
            .toList();
    var found =
        all.relationships().reader().familiar(all.database(), call.viewer(), open, MOST_FAMILIAR);
    var ids = found.values().stream().flatMap(List::stream).distinct().toList();
    var known =
        all.base().actors().byIds(all.database(), ids).stream()
            .filter(RelationshipRoutes::showsTies)
            .toList();
    Map<String, Account> accounts =
        composers.accounts().of(all.database(), known).stream()
            .collect(Collectors.toMap(Account::id, Function.identity()));
    return asked.stream().map(actor -> familiar(actor, found, accounts)).toList();
  }

  /** Those with whom there is a block, whoever made it. */
  private Set<Long> shutOut(Call call, List<ActorRow> others) {
    return all.relationships().reader().between(all.database(), call.viewer(), others).stream()
        .filter(tie -> tie.blocking().blocked() || tie.blocking().blocks())
        .map(tie -> tie.actor())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean showsTies(ActorRow actor) {
    return actor.standing().active() && !actor.standing().choices().hidesCollections();
  }

  private static Familiar familiar(
      ActorRow actor, Map<Long, List<Long>> found, Map<String, Account> accounts) {
    return new Familiar(
        Long.toString(actor.id()),
        found.getOrDefault(actor.id(), List.of()).stream()
            .flatMap(id -> Stream.ofNullable(accounts.get(Long.toString(id))))
            .toList());
  }

  /** Whom of those that the viewer follows somebody is followed by. */
  record Familiar(String id, List<Account> accounts) {}

  private Relationship endorse(Call call) {
    return change(
        call,
        (tx, pair) -> all.relationships().endorsements().endorse(tx, pair.one(), pair.other()));
  }

  private Relationship unendorse(Call call) {
    return change(
        call,
        (tx, pair) -> all.relationships().endorsements().unendorse(tx, pair.one(), pair.other()));
  }

  private Relationship follow(Call call) {
    var preferences = preferences(call);
    return change(
        call,
        (tx, pair) ->
            all.relationships().follows().follow(tx, pair.one(), pair.other(), preferences));
  }

  /** What is not said stays as it is. */
  private FollowPreferences preferences(Call call) {
    var other = finder.require(call.id());
    var before =
        all.relationships()
            .reader()
            .between(all.database(), call.viewer(), List.of(other))
            .getFirst()
            .following()
            .preferences();
    var parameters = call.parameters();
    return new FollowPreferences(
        parameters.flag("reblogs").orElse(before.showsBoosts()),
        parameters.flag("notify").orElse(before.notifies()),
        parameters.has("languages") ? languages(parameters) : before.languages());
  }

  private static List<String> languages(Parameters parameters) {
    return parameters.list("languages").stream()
        .filter(language -> !language.isBlank())
        .peek(RelationshipRoutes::checkLanguage)
        .distinct()
        .toList();
  }

  private static void checkLanguage(String language) {
    if (!language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}")) {
      throw Problem.invalid("languages has \"" + language + "\", expected a tag such as en");
    }
  }

  private Relationship unfollow(Call call) {
    return change(
        call, (tx, pair) -> all.relationships().follows().unfollow(tx, pair.one(), pair.other()));
  }

  private Relationship removeFollower(Call call) {
    return change(
        call,
        (tx, pair) -> all.relationships().follows().removeFollower(tx, pair.one(), pair.other()));
  }

  private Relationship block(Call call) {
    return change(
        call, (tx, pair) -> all.relationships().blocks().block(tx, pair.one(), pair.other()));
  }

  private Relationship unblock(Call call) {
    return change(
        call, (tx, pair) -> all.relationships().blocks().unblock(tx, pair.one(), pair.other()));
  }

  private Relationship mute(Call call) {
    var notifications = call.parameters().flag("notifications").orElse(true);
    var lasting = lasting(call.parameters());
    return change(
        call,
        (tx, pair) ->
            all.relationships()
                .mutes()
                .mute(tx, pair.one().id(), pair.other().id(), notifications, lasting));
  }

  private static Optional<Duration> lasting(Parameters parameters) {
    return parameters
        .number("duration")
        .filter(seconds -> seconds > 0)
        .map(seconds -> Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS)));
  }

  private Relationship unmute(Call call) {
    return change(
        call,
        (tx, pair) -> all.relationships().mutes().unmute(tx, pair.one().id(), pair.other().id()));
  }

  private Relationship note(Call call) {
    var comment = call.parameters().text("comment").orElse("");
    return change(
        call,
        (tx, pair) ->
            all.relationships().notes().write(tx, pair.one().id(), pair.other().id(), comment));
  }

  /** The person who is signed in, and somebody else. */
  private record Pair(ActorRow one, ActorRow other) {}

  private Relationship change(Call call, BiConsumer<Transaction, Pair> change) {
    var pair = new Pair(call.person(), finder.require(call.id()));
    all.database()
        .transaction(
            tx -> {
              change.accept(tx, pair);
              return null;
            });
    return composers.relationships().one(all.database(), call.viewer(), pair.other());
  }
}
