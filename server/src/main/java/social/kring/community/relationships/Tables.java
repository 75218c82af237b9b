package social.kring.community.relationships;

import java.util.List;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Queries;

/** All tables of this package. */
record Tables(
    FollowTable follows,
    UndoneTable undone,
    CountTable counts,
    BlockTable blocks,
    MuteTable mutes,
    NoteTable notes,
    DomainMuteTable domainMutes) {

  /** Whether somebody hides the whole host of the other. */
  boolean hidesHost(Queries queries, ActorRow person, ActorRow other) {
    var host = other.handle().authority();
    return !other.local() && !domainMutes.among(queries, person.id(), List.of(host)).isEmpty();
  }

  static Tables create() {
    return new Tables(
        new FollowTable(),
        new UndoneTable(),
        new CountTable(),
        new BlockTable(),
        new MuteTable(),
        new NoteTable(),
        new DomainMuteTable());
  }
}
