package social.kring.door.mastodon;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import social.kring.community.PageRequest;
import social.kring.community.lists.ListTerms;
import social.kring.community.lists.Member;
import social.kring.community.lists.PersonalList;
import social.kring.community.lists.RepliesPolicy;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Ids;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Account;
import social.kring.door.mastodon.entities.ListOfPeople;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/** The lists into which the person who is signed in sorts whom she follows. */
final class ListRoutes {
  private static final String PATH = "/api/v1/lists";
  private static final int MOST_NAMED = 1_000;
  private static final Permission READ = Permission.person("read:lists");
  private static final Permission WRITE = Permission.person("write:lists");

  private final Capabilities all;
  private final Composers composers;

  ListRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    routes.get(PATH, READ, this::several);
    routes.post(PATH, WRITE, this::create);
    routes.get(PATH + "/:id", READ, call -> shown(require(call)));
    routes.put(PATH + "/:id", WRITE, this::change);
    routes.delete(PATH + "/:id", WRITE, this::delete);
    routes.get(PATH + "/:id/accounts", READ, this::members);
    routes.post(PATH + "/:id/accounts", WRITE, this::add);
    routes.delete(PATH + "/:id/accounts", WRITE, this::remove);
    routes.get("/api/v1/accounts/:id/lists", READ, this::containing);
  }

  private List<ListOfPeople> several(Call call) {
    return listed(all.curation().lists().of(all.database(), call.viewer()));
  }

  private List<ListOfPeople> containing(Call call) {
    var member = new AccountFinder(all).require(call.id());
    return listed(all.curation().lists().containing(all.database(), call.viewer(), member.id()));
  }

  private ListOfPeople create(Call call) {
    var terms = terms(call, new ListTerms("unnamed", RepliesPolicy.LIST, false));
    if (!call.parameters().has("title")) {
      throw Problem.invalid("Validation failed: Title can't be blank");
    }
    return shown(
        all.database().transaction(tx -> all.curation().lists().create(tx, call.viewer(), terms)));
  }

  private ListOfPeople change(Call call) {
    var list = require(call);
    var terms = terms(call, list.terms());
    return shown(all.database().transaction(tx -> all.curation().lists().change(tx, list, terms)));
  }

  /** What is not said stays as it is. */
  private static ListTerms terms(Call call, ListTerms before) {
    var parameters = call.parameters();
    return new ListTerms(
        parameters.text("title").orElse(before.title()),
        parameters
            .text("replies_policy")
            .filter(text -> !text.isBlank())
            .map(RepliesPolicy::named)
            .orElse(before.replies()),
        parameters.flag("exclusive").orElse(before.exclusive()));
  }

  private Map<String, Object> delete(Call call) {
    all.database()
        .transaction(
            tx -> {
              all.curation().lists().delete(tx, call.viewer(), call.id());
              return null;
            });
    return Map.of();
  }

  /** A limit of 0 asks for all of them. */
  private List<Account> members(Call call) {
    var list = require(call);
    var everyone = call.parameters().text("limit").filter("0"::equals).isPresent();
    var page = everyone ? PageRequest.newest(MOST_NAMED) : call.accountPage().request();
    var members = all.curation().lists().members(all.database(), list, page);
    if (!everyone) call.link(members, Member::id);
    return composers.accounts().ofIds(all.database(), members.stream().map(Member::actor).toList());
  }

  private Map<String, Object> add(Call call) {
    var named = named(call);
    return change(call, (tx, list) -> all.curation().lists().add(tx, list, named));
  }

  private Map<String, Object> remove(Call call) {
    var named = named(call);
    return change(call, (tx, list) -> all.curation().lists().remove(tx, list, named));
  }

  private Map<String, Object> change(Call call, BiConsumer<Transaction, PersonalList> change) {
    var list = require(call);
    all.database()
        .transaction(
            tx -> {
              change.accept(tx, list);
              return null;
            });
    return Map.of();
  }

  private static List<Long> named(Call call) {
    return call.parameters().list("account_ids").stream()
        .limit(MOST_NAMED)
        .map(Ids::required)
        .distinct()
        .toList();
  }

  private PersonalList require(Call call) {
    return all.curation().lists().require(all.database(), call.viewer(), call.id());
  }

  private static List<ListOfPeople> listed(List<PersonalList> lists) {
    return lists.stream().map(ListRoutes::shown).toList();
  }

  private static ListOfPeople shown(PersonalList list) {
    var terms = list.terms();
    return new ListOfPeople(
        Long.toString(list.id()), terms.title(), terms.replies().text(), terms.exclusive());
  }
}
