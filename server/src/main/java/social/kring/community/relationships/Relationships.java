package social.kring.community.relationships;

import java.util.List;
import java.util.Optional;
import social.kring.community.Capability;
import social.kring.community.Foundation;
import social.kring.federation.receiving.KindLookup;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.sending.Audience;

/** Everything about who follows, blocks and mutes whom, put together. */
public record Relationships(
    Follows follows,
    Blocks blocks,
    Mutes mutes,
    DomainMutes domainMutes,
    Margin margin,
    RelationshipReader reader,
    Capability capability) {

  /** What hangs on ties without being one. */
  public record Margin(Notes notes, Moves moves, Endorsements endorsements) {}

  public Notes notes() {
    return margin.notes();
  }

  public Endorsements endorsements() {
    return margin.endorsements();
  }

  public Moves moves() {
    return margin.moves();
  }

  private static final Audience FOLLOWERS =
      new Audience(
          "followers",
          """
          SELECT follower_id AS actor_id
            FROM follow_accepted
           WHERE followed_id = $1
          """);

  public static Relationships on(Foundation base) {
    var tables = Tables.create();
    var transitions =
        new FollowTransitions(
            tables.follows(), tables.counts(), base.events(), base.ids(), base.clock());
    var builder = new FollowBuilder(base.minting());
    var follows = new Follows(tables, transitions, builder);
    var reader = new RelationshipReader(tables, base.clock());
    var parting = new HostParting(base, tables, follows);
    return new Relationships(
        follows,
        blocks(base, tables, follows),
        new Mutes(tables.mutes(), base.events(), base.ids(), base.clock()),
        new DomainMutes(tables.domainMutes(), parting, base.clock()),
        new Margin(
            new Notes(tables.notes()),
            new Moves(
                base.database(), base.actors(), recorder(base), new MoveBuilder(base.minting())),
            new Endorsements(tables.follows(), base.ids())),
        reader,
        new Wiring(base, tables, transitions, builder).capability(follows, reader));
  }

  private static Blocks blocks(Foundation base, Tables tables, Follows follows) {
    return new Blocks(
        tables.blocks(),
        follows,
        new BlockBuilder(base.minting()),
        new BlockEvents(base.events()),
        base.ids(),
        base.clock());
  }

  private static MoveRecorder recorder(Foundation base) {
    return new MoveRecorder(
        new MoveTable(), base.actors(), base.events(), base.jobs(), base.clock());
  }

  private record Wiring(
      Foundation base, Tables tables, FollowTransitions transitions, FollowBuilder builder) {

    Capability capability(Follows follows, RelationshipReader reader) {
      var forgetting =
          new Forgetting(tables, transitions, base.jobs(), base.database(), base.clock());
      var along = new FollowAlong(base.actors(), tables.follows(), follows, base.database());
      return Capability.named("relationships")
          .handling(follow(), accept(), reject(), undoFollow(), block(), undoBlock(), move())
          .knowing(kinds())
          .consuming(forgetting)
          .addressing(FOLLOWERS)
          .working(
              along,
              forgetting,
              new HostParting(base, tables, follows),
              new Sweep(tables, base.database(), base.clock()))
          .serving(new FollowCollections(base.actors(), reader, base.database()));
    }

    private FollowHandler follow() {
      var refusals = new FollowRefusals(builder, base.events());
      return new FollowHandler(base.actors(), tables, transitions, refusals, builder, base.clock());
    }

    private AcceptHandler accept() {
      return new AcceptHandler(base.actors(), match(), transitions);
    }

    private RejectHandler reject() {
      return new RejectHandler(base.actors(), match(), transitions);
    }

    private FollowMatch match() {
      return new FollowMatch(base.actors(), tables.follows());
    }

    private UndoFollowHandler undoFollow() {
      return new UndoFollowHandler(base.actors(), tables, transitions, base.clock());
    }

    private BlockHandler block() {
      return new BlockHandler(
          base.actors(),
          tables,
          transitions,
          new BlockEvents(base.events()),
          base.ids(),
          base.clock());
    }

    private UndoBlockHandler undoBlock() {
      return new UndoBlockHandler(base.actors(), tables.blocks(), new BlockEvents(base.events()));
    }

    private MoveHandler move() {
      return new MoveHandler(base.actors(), recorder(base));
    }

    private KindLookup kinds() {
      return (queries, id) ->
          kind(ObjectKind.FOLLOW, tables.follows().byActivity(queries, id))
              .or(() -> kind(ObjectKind.BLOCK, tables.blocks().byActivity(queries, id)));
    }

    private static Optional<ObjectKind> kind(ObjectKind kind, List<?> found) {
      return Optional.of(kind).filter(ignored -> !found.isEmpty());
    }
  }
}
