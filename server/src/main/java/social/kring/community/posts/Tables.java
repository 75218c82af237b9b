package social.kring.community.posts;

/** The tables that this package owns. */
record Tables(
    PostTable posts,
    MentionTable mentions,
    TagTable tags,
    EditTable edits,
    FavouriteTable favourites,
    BoostTable boosts,
    MarginTables margin) {

  /** What hangs on posts without being part of them. */
  record MarginTables(
      CountTable counts,
      IdempotencyTable idempotency,
      TombstoneTable tombstones,
      BookmarkTable bookmarks,
      ThreadMuteTable threadMutes,
      VoteTable votes,
      QuoteTable quotes,
      QuoteRuleTable quoteRules) {}

  static Tables create() {
    return new Tables(
        new PostTable(),
        new MentionTable(),
        new TagTable(),
        new EditTable(),
        new FavouriteTable(),
        new BoostTable(),
        new MarginTables(
            new CountTable(),
            new IdempotencyTable(),
            new TombstoneTable(),
            new BookmarkTable(),
            new ThreadMuteTable(),
            new VoteTable(),
            new QuoteTable(),
            new QuoteRuleTable()));
  }

  CountTable counts() {
    return margin.counts();
  }

  IdempotencyTable idempotency() {
    return margin.idempotency();
  }

  TombstoneTable tombstones() {
    return margin.tombstones();
  }

  BookmarkTable bookmarks() {
    return margin.bookmarks();
  }

  QuoteTable quotes() {
    return margin.quotes();
  }

  QuoteRuleTable quoteRules() {
    return margin.quoteRules();
  }

  VoteTable votes() {
    return margin.votes();
  }

  ThreadMuteTable threadMutes() {
    return margin.threadMutes();
  }
}
