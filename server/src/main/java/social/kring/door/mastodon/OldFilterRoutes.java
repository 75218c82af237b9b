package social.kring.door.mastodon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.kring.community.filters.Filter;
import social.kring.community.filters.FilterAction;
import social.kring.community.filters.FilterTerms;
import social.kring.community.filters.Filters;
import social.kring.community.filters.Keyword;
import social.kring.community.filters.KeywordChange;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.composing.FilterComposer;
import social.kring.door.mastodon.entities.OldFilter;
import social.kring.protocol.Problem;

/** Filters as older apps know them: each keyword is one. */
final class OldFilterRoutes {
  private static final String PATH = "/api/v1/filters";
  private static final Permission READ = Permission.person("read:filters");
  private static final Permission WRITE = Permission.person("write:filters");

  private final Capabilities all;
  private final Filters filters;

  OldFilterRoutes(Capabilities all) {
    this.all = all;
    this.filters = all.curation().filters();
  }

  void mount(ApiRoutes routes) {
    routes.get(PATH, READ, this::several);
    routes.post(PATH, WRITE, this::create);
    routes.get(PATH + "/:id", READ, call -> old(call, keyword(call)));
    routes.put(PATH + "/:id", WRITE, this::change);
    routes.delete(PATH + "/:id", WRITE, this::delete);
  }

  private List<OldFilter> several(Call call) {
    return filters.of(all.database(), call.viewer()).stream()
        .flatMap(
            filter ->
                filter.keywords().stream().map(keyword -> FilterComposer.old(filter, keyword)))
        .toList();
  }

  private OldFilter create(Call call) {
    var form = form(call);
    var phrase = form.phrase();
    var terms =
        new FilterTerms(
            phrase,
            form.contexts(List.of()),
            action(call, FilterAction.WARN),
            form.expiry(Optional.empty()));
    var keyword = KeywordChange.adding(phrase, call.parameters().flag("whole_word").orElse(true));
    var made =
        all.database()
            .transaction(tx -> filters.create(tx, call.viewer(), terms, List.of(keyword)));
    return FilterComposer.old(made, made.keywords().getFirst());
  }

  private OldFilter change(Call call) {
    var keyword = keyword(call);
    var filter = filter(call, keyword);
    var form = form(call);
    var before = filter.terms();
    var terms =
        new FilterTerms(
            before.title(),
            form.contexts(before.contexts()),
            action(call, before.action()),
            form.expiry(before.expiresAt()));
    if (filter.keywords().size() > 1 && !terms.equals(before)) {
      throw Problem.invalid(
          "Validation failed: this filter has several keywords and needs an app that knows them");
    }
    var change =
        new KeywordChange(
            Optional.of(keyword.id()),
            call.parameters().text("phrase"),
            call.parameters().flag("whole_word"),
            false);
    all.database().transaction(tx -> filters.change(tx, filter, terms, List.of(change)));
    return old(call, keyword(call));
  }

  private static FilterAction action(Call call, FilterAction before) {
    return call.parameters()
        .flag("irreversible")
        .map(irreversible -> irreversible ? FilterAction.HIDE : FilterAction.WARN)
        .orElse(before);
  }

  /** With its last keyword a filter goes that is for no post either. */
  private Map<String, Object> delete(Call call) {
    var keyword = keyword(call);
    var filter = filter(call, keyword);
    all.database()
        .transaction(
            tx -> {
              if (filter.keywords().size() == 1 && filter.posts().isEmpty()) {
                filters.delete(tx, filter);
              } else {
                filters.deleteKeyword(tx, call.viewer(), keyword);
              }
              return null;
            });
    return Map.of();
  }

  private OldFilter old(Call call, Keyword keyword) {
    return FilterComposer.old(filter(call, keyword), keyword);
  }

  private FilterForm form(Call call) {
    return new FilterForm(call.parameters(), all.base().clock());
  }

  private Keyword keyword(Call call) {
    return filters.requireKeyword(all.database(), call.viewer(), call.id());
  }

  private Filter filter(Call call, Keyword keyword) {
    return filters.require(all.database(), call.viewer(), keyword.filter());
  }
}
