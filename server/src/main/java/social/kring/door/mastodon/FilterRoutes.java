package social.kring.door.mastodon;

import java.util.List;
import java.util.Map;
import social.kring.community.filters.Filters;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Ids;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.composing.FilterComposer;
import social.kring.door.mastodon.entities.Filter;
import social.kring.door.mastodon.entities.Filter.FilterKeyword;
import social.kring.door.mastodon.entities.Filter.FilterStatus;

/** What the person who is signed in does not want to read. */
final class FilterRoutes {
  private static final String PATH = "/api/v2/filters";
  private static final Permission READ = Permission.person("read:filters");
  private static final Permission WRITE = Permission.person("write:filters");

  private final Capabilities all;
  private final Filters filters;

  FilterRoutes(Capabilities all) {
    this.all = all;
    this.filters = all.curation().filters();
  }

  void mount(ApiRoutes routes) {
    routes.get(PATH, READ, this::several);
    routes.post(PATH, WRITE, this::create);
    mountKeywords(routes);
    mountPosts(routes);
    routes.get(PATH + "/:id", READ, call -> FilterComposer.whole(require(call)));
    routes.put(PATH + "/:id", WRITE, this::change);
    routes.delete(PATH + "/:id", WRITE, this::delete);
  }

  private void mountKeywords(ApiRoutes routes) {
    routes.get(PATH + "/:id/keywords", READ, this::keywords);
    routes.post(PATH + "/:id/keywords", WRITE, this::addKeyword);
    routes.get(PATH + "/keywords/:id", READ, call -> FilterComposer.keyword(keyword(call)));
    routes.put(PATH + "/keywords/:id", WRITE, this::changeKeyword);
    routes.delete(PATH + "/keywords/:id", WRITE, this::deleteKeyword);
  }

  private void mountPosts(ApiRoutes routes) {
    routes.get(PATH + "/:id/statuses", READ, this::posts);
    routes.post(PATH + "/:id/statuses", WRITE, this::addPost);
    routes.get(PATH + "/statuses/:id", READ, call -> FilterComposer.post(post(call)));
    routes.delete(PATH + "/statuses/:id", WRITE, this::deletePost);
  }

  private List<Filter> several(Call call) {
    return filters.of(all.database(), call.viewer()).stream().map(FilterComposer::whole).toList();
  }

  private Filter create(Call call) {
    var form = form(call);
    var terms = form.terms();
    return FilterComposer.whole(
        all.database()
            .transaction(tx -> filters.create(tx, call.viewer(), terms, form.keywords())));
  }

  private Filter change(Call call) {
    var filter = require(call);
    var form = form(call);
    var terms = form.terms(filter.terms());
    return FilterComposer.whole(
        all.database().transaction(tx -> filters.change(tx, filter, terms, form.keywords())));
  }

  private Map<String, Object> delete(Call call) {
    var filter = require(call);
    all.database()
        .transaction(
            tx -> {
              filters.delete(tx, filter);
              return null;
            });
    return Map.of();
  }

  private List<FilterKeyword> keywords(Call call) {
    return require(call).keywords().stream().map(FilterComposer::keyword).toList();
  }

  private FilterKeyword addKeyword(Call call) {
    var filter = require(call);
    var change = form(call).keyword();
    return FilterComposer.keyword(
        all.database().transaction(tx -> filters.addKeyword(tx, filter, change)));
  }

  private FilterKeyword changeKeyword(Call call) {
    var keyword = keyword(call);
    var change = form(call).keyword();
    return FilterComposer.keyword(
        all.database()
            .transaction(tx -> filters.changeKeyword(tx, call.viewer(), keyword, change)));
  }

  private Map<String, Object> deleteKeyword(Call call) {
    var keyword = keyword(call);
    all.database()
        .transaction(
            tx -> {
              filters.deleteKeyword(tx, call.viewer(), keyword);
              return null;
            });
    return Map.of();
  }

  private List<FilterStatus> posts(Call call) {
    return require(call).posts().stream().map(FilterComposer::post).toList();
  }

  private FilterStatus addPost(Call call) {
    var filter = require(call);
    var id = Ids.required(call.parameters().text("status_id").orElse(""));
    var post = all.posts().reading().finder().require(all.database(), call.viewer(), id);
    return FilterComposer.post(
        all.database().transaction(tx -> filters.addPost(tx, filter, post.id())));
  }

  private FilterStatus deletePost(Call call) {
    var post = post(call);
    all.database()
        .transaction(
            tx -> {
              filters.deletePost(tx, call.viewer(), post);
              return null;
            });
    return FilterComposer.post(post);
  }

  private FilterForm form(Call call) {
    return new FilterForm(call.parameters(), all.base().clock());
  }

  private social.kring.community.filters.Filter require(Call call) {
    return filters.require(all.database(), call.viewer(), call.id());
  }

  private social.kring.community.filters.Keyword keyword(Call call) {
    return filters.requireKeyword(all.database(), call.viewer(), call.id());
  }

  private social.kring.community.filters.FilteredPost post(Call call) {
    return filters.requirePost(all.database(), call.viewer(), call.id());
  }
}
