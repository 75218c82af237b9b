package social.kring.door.mastodon;

import java.util.List;
import java.util.Map;
import social.kring.community.hashtags.FollowedTag;
import social.kring.community.hashtags.Hashtags;
import social.kring.community.hashtags.TagName;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.FeaturedTag;
import social.kring.door.mastodon.entities.Tag;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/** Hashtags, and what the person who is signed in does with them. */
final class TagRoutes {
  private static final Permission ACCOUNTS = Permission.person("read:accounts");
  private static final Permission FOLLOW = Permission.person("write:follows");
  private static final Permission FEATURE = Permission.person("write:accounts");

  private final Capabilities all;
  private final Composers composers;
  private final Hashtags hashtags;

  TagRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
    this.hashtags = all.curation().hashtags();
  }

  void mount(ApiRoutes routes) {
    routes.get("/api/v1/followed_tags", Permission.person("read:follows"), this::followed);
    routes.get("/api/v1/featured_tags", ACCOUNTS, this::featured);
    routes.post("/api/v1/featured_tags", FEATURE, this::feature);
    routes.get("/api/v1/featured_tags/suggestions", ACCOUNTS, this::suggestions);
    routes.delete("/api/v1/featured_tags/:id", FEATURE, this::unfeature);
    routes.get(
        "/api/v1/accounts/:id/featured_tags",
        Permission.open("read:accounts"),
        this::featuredOfOthers);
    routes.get("/api/v1/tags/:name", Permission.open("read"), call -> tag(call, name(call)));
    routes.post("/api/v1/tags/:name/follow", FOLLOW, change(hashtags::follow));
    routes.post("/api/v1/tags/:name/unfollow", FOLLOW, change(hashtags::unfollow));
    routes.post("/api/v1/tags/:name/feature", FEATURE, change(hashtags::feature));
    routes.post("/api/v1/tags/:name/unfeature", FEATURE, change(hashtags::unfeature));
  }

  private List<Tag> followed(Call call) {
    var tags = hashtags.followed(all.database(), call.viewer(), call.accountPage().request());
    call.link(tags, FollowedTag::id);
    return composers
        .tags()
        .of(all.database(), call.viewer(), tags.stream().map(FollowedTag::name).toList());
  }

  /** What changes a hashtag for somebody. */
  private interface Change {
    void apply(Transaction tx, long owner, TagName tag);
  }

  private social.kring.door.api.Endpoint change(Change change) {
    return call -> {
      var name = name(call);
      all.database()
          .transaction(
              tx -> {
                change.apply(tx, call.viewer(), name);
                return null;
              });
      return tag(call, name);
    };
  }

  private Tag tag(Call call, TagName name) {
    return composers.tags().one(all.database(), call.viewer(), name.text());
  }

  private static TagName name(Call call) {
    return TagName.parse(call.path("name")).orElseThrow(() -> Problem.notFound("Record not found"));
  }

  private List<FeaturedTag> featured(Call call) {
    return featuredOf(call.viewer());
  }

  private List<FeaturedTag> featuredOfOthers(Call call) {
    var finder = new AccountFinder(all);
    var account = finder.require(call.id());
    return finder.open(call.viewer(), account) ? featuredOf(account.id()) : List.of();
  }

  private List<FeaturedTag> featuredOf(long owner) {
    return hashtags.featured(all.database(), owner).stream()
        .map(composers.tags()::featured)
        .toList();
  }

  private FeaturedTag feature(Call call) {
    var name =
        call.parameters()
            .text("name")
            .flatMap(TagName::parse)
            .orElseThrow(() -> Problem.invalid("Validation failed: Name is not a hashtag"));
    all.database()
        .transaction(
            tx -> {
              if (!hashtags.feature(tx, call.viewer(), name)) {
                throw Problem.invalid("Validation failed: Name has already been taken");
              }
              return null;
            });
    return featuredOf(call.viewer()).stream()
        .filter(tag -> tag.name().equals(name.text()))
        .findFirst()
        .orElseThrow();
  }

  private List<Tag> suggestions(Call call) {
    return composers
        .tags()
        .of(all.database(), call.viewer(), hashtags.suggestions(all.database(), call.viewer()));
  }

  private Map<String, Object> unfeature(Call call) {
    all.database()
        .transaction(
            tx -> {
              hashtags.unfeature(tx, call.viewer(), call.id());
              return null;
            });
    return Map.of();
  }
}
