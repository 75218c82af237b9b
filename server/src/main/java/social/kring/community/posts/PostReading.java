package social.kring.community.posts;

import social.kring.community.previews.Previews;
import social.kring.federation.actors.Actors;

/** All ways of reading posts. */
public record PostReading(
    PostFinder finder,
    PostReader posts,
    StampReader stamps,
    ThreadReader threads,
    ProfileReader profiles,
    ReactionReader reactions,
    TagReader tags,
    VoteReader votes,
    TraitReader traits,
    QuoteReader quotes) {

  static PostReading of(Tables tables, Actors actors, Previews previews) {
    var lists = new PostLists();
    return new PostReading(
        new PostFinder(tables, lists),
        new PostReader(tables, actors, previews),
        new StampReader(),
        new ThreadReader(),
        new ProfileReader(tables, lists),
        new ReactionReader(tables),
        new TagReader(tables.tags()),
        new VoteReader(tables.votes()),
        new TraitReader(),
        new QuoteReader(tables.quotes()));
  }
}
