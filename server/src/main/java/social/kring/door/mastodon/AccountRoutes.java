package social.kring.door.mastodon;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import social.kring.community.PageRequest;
import social.kring.community.posts.PostEntry;
import social.kring.community.posts.ProfileFilter;
import social.kring.community.relationships.Edge;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Ids;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Account;
import social.kring.federation.actors.ActorRow;
import social.kring.protocol.Problem;
import social.kring.protocol.discovery.Handle;

/** People, and what they show of themselves. */
final class AccountRoutes {
  private static final int MOST_ASKED = 40;
  private static final Permission READ = Permission.open("read:accounts");

  private final Capabilities all;
  private final Composers composers;
  private final AccountFinder finder;

  AccountRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
    this.finder = new AccountFinder(all);
  }

  void mount(ApiRoutes routes) {
    routes.get("/api/v1/accounts", READ, this::several);
    routes.get("/api/v1/accounts/lookup", READ, this::lookup);
    routes.get("/api/v1/accounts/:id", READ, this::get);
    routes.get("/api/v1/accounts/:id/statuses", Permission.open("read:statuses"), this::statuses);
    routes.get("/api/v1/accounts/:id/followers", READ, this::followers);
    routes.get("/api/v1/accounts/:id/following", READ, this::following);
    routes.get("/api/v1/accounts/:id/endorsements", READ, this::endorsed);
    routes.get("/api/v1/endorsements", Permission.person("read:accounts"), this::ownEndorsed);
  }

  private Account get(Call call) {
    return composers.accounts().one(all.database(), finder.require(call.id()));
  }

  private List<Account> several(Call call) {
    var ids =
        call.parameters().list("id").stream()
            .limit(MOST_ASKED)
            .flatMap(id -> Ids.parse(id).stream().boxed())
            .toList();
    var found = all.base().actors().byIds(all.database(), ids);
    return composers
        .accounts()
        .of(all.database(), found.stream().filter(AccountFinder::exists).toList());
  }

  /** Only among those who are known here; nobody elsewhere is asked. */
  private Account lookup(Call call) {
    var acct = call.parameters().text("acct").orElse("");
    var authority = all.surroundings().domains().primary().authority();
    var bare = acct.replaceFirst("^@", "");
    return Handle.tryParse(bare.contains("@") ? bare : bare + "@" + authority)
        .flatMap(handle -> all.base().actors().byHandle(all.database(), handle))
        .filter(AccountFinder::exists)
        .map(actor -> composers.accounts().one(all.database(), actor))
        .orElseThrow(() -> Problem.notFound("Record not found"));
  }

  private Object statuses(Call call) {
    var author = finder.require(call.id());
    var page = call.postPage().request();
    var entries = entries(call, author, page);
    call.link(entries, PostEntry::id);
    return composers.statuses().of(all.database(), call.viewer(), entries);
  }

  private List<PostEntry> entries(Call call, ActorRow author, PageRequest page) {
    var parameters = call.parameters();
    var profiles = all.posts().reading().profiles();
    if (parameters.flag("pinned").orElse(false)) {
      var first = page.before() == Long.MAX_VALUE && page.after() == 0;
      return first ? profiles.pinned(all.database(), call.viewer(), author.id()) : List.of();
    }
    var filter =
        ProfileFilter.of(
            parameters.flag("exclude_replies").orElse(false),
            parameters.flag("exclude_reblogs").orElse(false),
            parameters.flag("only_media").orElse(false),
            tag(parameters.text("tagged")));
    return profiles.page(all.database(), call.viewer(), author.id(), filter, page);
  }

  private static Optional<String> tag(Optional<String> asked) {
    return asked.map(name -> name.replaceFirst("^#", "")).filter(name -> !name.isBlank());
  }

  private Object followers(Call call) {
    var of = finder.require(call.id());
    var reader = all.relationships().reader();
    return members(
        call, of, () -> reader.followers(all.database(), call.viewer(), of.id(), page(call)));
  }

  private Object following(Call call) {
    var of = finder.require(call.id());
    var reader = all.relationships().reader();
    return members(
        call, of, () -> reader.following(all.database(), call.viewer(), of.id(), page(call)));
  }

  private List<Account> endorsed(Call call) {
    var of = finder.require(call.id());
    return finder.open(call.viewer(), of) ? endorsedBy(call, of.id()) : List.of();
  }

  private List<Account> ownEndorsed(Call call) {
    return endorsedBy(call, call.viewer());
  }

  private List<Account> endorsedBy(Call call, long person) {
    var reader = all.relationships().reader();
    var shown = reader.endorsed(all.database(), call.viewer(), person, page(call));
    call.link(shown, Edge::id);
    return composers.accounts().ofIds(all.database(), shown.stream().map(Edge::actor).toList());
  }

  private static PageRequest page(Call call) {
    return call.accountPage().request();
  }

  private List<Account> members(Call call, ActorRow of, Supplier<List<Edge>> edges) {
    var hidden = of.standing().choices().hidesCollections() && of.id() != call.viewer();
    if (hidden || !finder.open(call.viewer(), of)) return List.of();
    var shown = edges.get();
    call.link(shown, Edge::id);
    return composers.accounts().ofIds(all.database(), shown.stream().map(Edge::actor).toList());
  }
}
