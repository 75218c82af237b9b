package social.kring.community.posts;

import java.util.Optional;
import social.kring.community.Capability;
import social.kring.community.Foundation;
import social.kring.community.previews.Previews;
import social.kring.federation.receiving.KindLookup;
import social.kring.federation.receiving.ObjectKind;
import social.kring.platform.html.Sanitizer;
import social.kring.platform.storage.Queries;
import social.kring.protocol.url.FediUrl;

/** How posts and reactions from elsewhere come in, put together. */
record Taking(
    Foundation base,
    Tables tables,
    ForeignPosts foreign,
    Intake intake,
    ReactionIntake reactions,
    FoundPosts found,
    Abroad abroad,
    Previews previews) {

  static Taking on(
      Foundation base, Tables tables, Sanitizer sanitizer, Abroad abroad, Previews previews) {
    var foreign =
        new ForeignPosts(
            base.actors(), tables.posts(), new ForeignText(sanitizer), base.ids(), base.clock());
    var store = new PostStore(tables, base.ids());
    var events = new PostEvents(base.events());
    var intake = new Intake(tables, foreign, store, events, base.jobs(), base.clock());
    var reactions =
        new ReactionIntake(
            base.actors(),
            tables,
            new ReactionStore(tables, base.ids(), base.clock()),
            events,
            base.clock());
    var found = new FoundPosts(base.database(), base.actors(), tables.posts(), intake, abroad);
    return new Taking(base, tables, foreign, intake, reactions, found, abroad, previews);
  }

  Capability capability(Publishing publishing) {
    var profiles =
        new ProfileFetch(
            base.database(), base.actors(), found, featured(), abroad, base.jobs(), base.clock());
    var errands = new ThreadErrands(base, found, abroad);
    var purge =
        new Purge(new PostEvents(base.events()), base.jobs(), base.database(), base.clock());
    return Capability.named("posts")
        .handling(
            new CreateHandler(base.actors(), relevance(), intake, bulk(), votes()),
            new UpdateHandler(base.actors(), tables.posts(), revision()),
            new DeleteHandler(base.actors(), tables, publishing, base.clock()),
            LikeHandler.likes(reactions),
            LikeHandler.reactions(reactions),
            new DislikeHandler(),
            announces(),
            UndoHandler.likes(tables, reactions),
            UndoHandler.boosts(tables, reactions),
            FeatureHandler.adding(base.actors(), tables.posts(), intake, featured()),
            FeatureHandler.removing(base.actors(), tables.posts(), intake, featured()))
        .knowing(this::kindOf)
        .consuming(
            profiles,
            purge,
            new PreviewLinks(tables.posts(), tables.mentions(), base.actors(), previews))
        .working(
            profiles,
            purge,
            new ThreadFetch(base.database(), tables.posts(), store(), errands),
            new ReplyFetch(base.database(), tables.posts(), errands),
            new MentionFetch(base.database(), base.actors(), tables.mentions(), abroad),
            new ReactionClearing(tables, base.database()),
            new TallyNews(base.database(), tables, publishing),
            new PollEnding(base.database(), tables, store(), publishing, base.clock()),
            new PollRefresh(base.database(), tables.posts(), revision(), abroad),
            new PostSweep(tables, base.database(), base.clock()));
  }

  private BulkIntake bulk() {
    return new BulkIntake(
        base.actors(), relevance(), tables, foreign, store(), new PostEvents(base.events()));
  }

  private AnnounceHandler announces() {
    return new AnnounceHandler(
        base.actors(), tables.posts(), relevance(), intake, reactions, foreign, base.ids());
  }

  private Revision revision() {
    return new Revision(
        foreign, store(), new PostEvents(base.events()), tables.votes(), pollJobs());
  }

  private VoteIntake votes() {
    var ballots = new Ballots(tables.votes(), store(), base.clock());
    return new VoteIntake(
        tables.posts(), ballots, new PostEvents(base.events()), pollJobs(), base.clock());
  }

  private PollJobs pollJobs() {
    return new PollJobs(base.jobs(), base.clock());
  }

  private Relevance relevance() {
    return new Relevance(base.actors(), tables.posts());
  }

  private PostStore store() {
    return new PostStore(tables, base.ids());
  }

  private FeaturedPosts featured() {
    return new FeaturedPosts(base.database(), tables.posts(), base.clock());
  }

  /** See {@link KindLookup}. */
  private Optional<ObjectKind> kindOf(Queries queries, FediUrl id) {
    if (tables.posts().byUri(queries, id).isPresent()) return Optional.of(ObjectKind.POST);
    if (tables.boosts().byUri(queries, id).isPresent()) return Optional.of(ObjectKind.ANNOUNCE);
    return Optional.of(ObjectKind.LIKE)
        .filter(like -> !tables.favourites().byActivity(queries, id).isEmpty());
  }
}
