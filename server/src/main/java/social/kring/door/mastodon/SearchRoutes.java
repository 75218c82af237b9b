package social.kring.door.mastodon;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import social.kring.community.search.Search;
import social.kring.community.search.SearchQuery;
import social.kring.community.search.SearchQuery.Kind;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Ids;
import social.kring.door.api.Page;
import social.kring.door.api.Parameters;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Account;
import social.kring.protocol.Problem;

/** Finding people, posts and hashtags. */
final class SearchRoutes {
  private static final int USUAL = 20;
  private static final int USUAL_ACCOUNTS = 40;
  private static final int MOST = 40;
  private static final int MOST_ACCOUNTS = 80;

  private final Capabilities all;
  private final Composers composers;
  private final Search search;

  SearchRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
    this.search = all.search();
  }

  void mount(ApiRoutes routes) {
    routes.get("/api/v2/search", Permission.open("read:search"), this::everything);
    routes.get("/api/v1/search", Permission.open("read:search"), this::everything);
    routes.get("/api/v1/accounts/search", Permission.person("read:accounts"), this::accounts);
  }

  private Object everything(Call call) {
    var parameters = call.parameters();
    var resolve = parameters.flag("resolve").orElse(false);
    var offset = offset(parameters);
    if (!call.signedIn() && (resolve || offset > 0)) {
      throw Problem.unauthenticated(
          "Search queries that resolve remote resources or page need somebody who is signed in");
    }
    var found =
        search.find(
            new SearchQuery(
                call.viewer(),
                parameters.text("q").orElse(""),
                kinds(parameters),
                resolve,
                call.signedIn() && parameters.flag("following").orElse(false),
                new SearchQuery.Range(offset, Page.limit(parameters, USUAL, MOST)),
                within(parameters)));
    return new social.kring.door.mastodon.entities.Search(
        composers.accounts().of(all.database(), found.accounts()),
        composers.statuses().of(all.database(), call.viewer(), found.posts()),
        composers.tags().of(all.database(), call.viewer(), found.tags()));
  }

  private static Set<Kind> kinds(Parameters parameters) {
    return switch (parameters.text("type").orElse("")) {
      case "accounts" -> EnumSet.of(Kind.ACCOUNTS);
      case "statuses" -> EnumSet.of(Kind.POSTS);
      case "hashtags" -> EnumSet.of(Kind.TAGS);
      default -> EnumSet.allOf(Kind.class);
    };
  }

  private List<Account> accounts(Call call) {
    var parameters = call.parameters();
    var limit = Page.limit(parameters, USUAL_ACCOUNTS, MOST_ACCOUNTS);
    var found =
        search.find(
            new SearchQuery(
                call.viewer(),
                parameters.text("q").orElse(""),
                EnumSet.of(Kind.ACCOUNTS),
                parameters.flag("resolve").orElse(false),
                parameters.flag("following").orElse(false),
                new SearchQuery.Range(offset(parameters), limit),
                SearchQuery.Within.ALL));
    return composers.accounts().of(all.database(), found.accounts());
  }

  private static SearchQuery.Within within(Parameters parameters) {
    return new SearchQuery.Within(
        parameters.text("account_id").map(Ids::required),
        id(parameters, "min_id").orElse(0L),
        id(parameters, "max_id").orElse(Long.MAX_VALUE));
  }

  private static Optional<Long> id(Parameters parameters, String name) {
    return parameters.text(name).filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf);
  }

  private static int offset(Parameters parameters) {
    return Math.clamp(parameters.number("offset").orElse(0L), 0, Integer.MAX_VALUE);
  }
}
