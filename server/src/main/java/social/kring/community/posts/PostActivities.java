package social.kring.community.posts;

import java.util.List;
import java.util.Optional;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Queries;
import social.kring.protocol.json.Tree;

/** Reads posts and boosts as the documents and activities that peers get. */
final class PostActivities {
  private final Tables tables;
  private final Actors actors;
  private final PartiesReader parties;
  private final CreateBuilder creates;
  private final AnnounceBuilder announces;

  PostActivities(
      Tables tables,
      Actors actors,
      PartiesReader parties,
      CreateBuilder creates,
      AnnounceBuilder announces) {
    this.tables = tables;
    this.actors = actors;
    this.parties = parties;
    this.creates = creates;
    this.announces = announces;
  }

  Tree note(Queries queries, PostRow post) {
    return creates.note(post, parties.of(queries, post), tags(queries, post));
  }

  Tree create(Queries queries, PostRow post) {
    return creates.create(post, parties.of(queries, post), tags(queries, post));
  }

  Optional<Tree> announce(Queries queries, BoostRow boost) {
    var post = tables.posts().byId(queries, boost.post()).filter(row -> !row.deleted());
    var booster = actors.byId(queries, boost.booster());
    var author = post.flatMap(row -> actors.byId(queries, row.author()));
    if (booster.isEmpty() || author.isEmpty()) return Optional.empty();
    var sides = new AnnounceBuilder.Sides(booster.get(), author.get());
    return Optional.of(announces.announce(boost, post.get(), sides));
  }

  /** Creates and Announces for the entries of an outbox, in their order. */
  List<Tree> activities(Queries queries, List<PostEntry> entries) {
    var posts =
        tables.posts().byIds(queries, entries.stream().map(PostEntry::post).distinct().toList());
    var around = parties.of(queries, posts);
    var tags = tables.tags().of(queries, posts.stream().map(PostRow::id).toList());
    var boosts =
        tables
            .boosts()
            .byIds(
                queries, entries.stream().filter(PostEntry::isBoost).map(PostEntry::id).toList());
    return entries.stream()
        .flatMap(
            entry ->
                entry.isBoost()
                    ? boosts.stream()
                        .filter(boost -> boost.id() == entry.id())
                        .flatMap(boost -> announce(queries, boost).stream())
                    : posts.stream()
                        .filter(post -> post.id() == entry.post())
                        .map(
                            post ->
                                creates.create(
                                    post,
                                    around.get(post.id()),
                                    tags.getOrDefault(post.id(), List.of()))))
        .toList();
  }

  private List<String> tags(Queries queries, PostRow post) {
    return tables.tags().of(queries, List.of(post.id())).getOrDefault(post.id(), List.of());
  }
}
