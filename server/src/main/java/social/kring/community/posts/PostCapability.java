package social.kring.community.posts;

import social.kring.community.Capability;
import social.kring.community.Foundation;
import social.kring.community.media.Uploads;
import social.kring.community.previews.Previews;
import social.kring.platform.html.Sanitizer;

/** Everything about posts, put together. */
public record PostCapability(
    Posts posts,
    Favourites favourites,
    Boosts boosts,
    Pins pins,
    Bookmarks bookmarks,
    Polls polls,
    Quotes quotes,
    PostReading reading,
    FoundPosts found,
    ThreadVisits visits,
    PollVisits pollVisits,
    Capability capability) {

  public static PostCapability on(
      Foundation base, Abroad abroad, Prover prover, Previews previews, Uploads uploads) {
    var tables = Tables.create();
    var reading = PostReading.of(tables, base.actors(), previews);
    var writing = new Writing(base, tables, reading.finder(), new Envelope(base.minting(), prover));
    var taking = Taking.on(base, tables, new Sanitizer(), abroad, previews);
    return new PostCapability(
        writing.posts(abroad, uploads),
        writing.favourites(),
        writing.boosts(),
        writing.pins(),
        writing.bookmarks(),
        writing.polls(),
        writing.quotes(),
        reading,
        taking.found(),
        new ThreadVisits(base),
        new PollVisits(base),
        capability(base, tables, writing, taking));
  }

  private static Capability capability(
      Foundation base, Tables tables, Writing writing, Taking taking) {
    var lists = new PostLists();
    var activities = writing.activities();
    return taking
        .capability(writing.publishing())
        .addressing(Reach.AUDIENCE_SQL)
        .serving(
            new QuoteDocuments(base.database(), base.actors(), tables),
            new PostDocuments(base.database(), base.actors(), tables, lists, activities),
            new OutboxDocuments(base.database(), base.actors(), tables, lists, activities),
            new PostCollections(base.database(), tables, lists));
  }

  /** What people here do with posts. */
  private record Writing(Foundation base, Tables tables, PostFinder finder, Envelope envelope) {

    Posts posts(Abroad abroad, Uploads uploads) {
      var resolver = new MentionResolver(base.actors(), abroad, base.clock());
      return new Posts(
          base, tables, new Composer(resolver), finder, store(), publishing(), uploads);
    }

    Publishing publishing() {
      return new Publishing(
          store(),
          new PartiesReader(base.actors(), tables),
          new CreateBuilder(envelope),
          events(),
          base.jobs(),
          base.clock());
    }

    Favourites favourites() {
      return new Favourites(base, tables, finder, reactions(), new LikeBuilder(envelope), events());
    }

    Boosts boosts() {
      return new Boosts(base, tables, finder, reactions(), new AnnounceBuilder(envelope), events());
    }

    Pins pins() {
      return new Pins(base, tables, new FeaturedBuilder(envelope), events());
    }

    Bookmarks bookmarks() {
      return new Bookmarks(base, tables.bookmarks(), tables.threadMutes(), finder);
    }

    Quotes quotes() {
      return new Quotes(base, tables, envelope, events());
    }

    Polls polls() {
      return new Polls(
          base,
          tables,
          finder,
          new Ballots(tables.votes(), store(), base.clock()),
          new VoteBuilder(envelope, base.minting()),
          events(),
          new PollJobs(base.jobs(), base.clock()));
    }

    PostActivities activities() {
      return new PostActivities(
          tables,
          base.actors(),
          new PartiesReader(base.actors(), tables),
          new CreateBuilder(envelope),
          new AnnounceBuilder(envelope));
    }

    private PostStore store() {
      return new PostStore(tables, base.ids());
    }

    private ReactionStore reactions() {
      return new ReactionStore(tables, base.ids(), base.clock());
    }

    private PostEvents events() {
      return new PostEvents(base.events());
    }
  }
}
