package social.kring.community.relationships;

/** All tables of this package. */
record Tables(
    FollowTable follows,
    UndoneTable undone,
    CountTable counts,
    BlockTable blocks,
    MuteTable mutes,
    NoteTable notes,
    DomainMuteTable domainMutes) {

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
