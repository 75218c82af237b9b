package social.kring.door.mastodon.composing;

import java.util.List;
import java.util.Optional;
import social.kring.community.relationships.RelationshipReader;
import social.kring.door.mastodon.entities.Relationship;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Queries;

/** Composes how somebody stands to others. */
public final class RelationshipComposer {
  private final RelationshipReader reader;

  public RelationshipComposer(RelationshipReader reader) {
    this.reader = reader;
  }

  public Relationship one(Queries queries, long viewer, ActorRow other) {
    return of(queries, viewer, List.of(other)).getFirst();
  }

  /** In their order. */
  public List<Relationship> of(Queries queries, long viewer, List<ActorRow> others) {
    return reader.between(queries, viewer, others).stream()
        .map(RelationshipComposer::relationship)
        .toList();
  }

  private static Relationship relationship(social.kring.community.relationships.Relationship tie) {
    var following = tie.following();
    var preferences = following.preferences();
    var accepted = following.accepted();
    return new Relationship(
        Long.toString(tie.actor()),
        accepted,
        accepted && preferences.showsBoosts(),
        accepted && preferences.notifies(),
        Optional.of(preferences.languages()).filter(languages -> !languages.isEmpty()),
        tie.followed().accepted(),
        tie.blocking().blocks(),
        tie.blocking().blocked(),
        tie.muting().isPresent(),
        tie.muting().filter(muting -> muting.notifications()).isPresent(),
        following.requested(),
        tie.followed().requested(),
        tie.hostMuted(),
        following.endorsed(),
        tie.note());
  }
}
