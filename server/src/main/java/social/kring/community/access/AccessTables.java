package social.kring.community.access;

/** All tables of this package. */
record AccessTables(
    AccountTable accounts,
    ApplicationTable applications,
    CodeTable codes,
    TokenTable tokens,
    BrowserSessionTable browsers,
    AttemptTable attempts) {

  static AccessTables create() {
    return new AccessTables(
        new AccountTable(),
        new ApplicationTable(),
        new CodeTable(),
        new TokenTable(),
        new BrowserSessionTable(),
        new AttemptTable());
  }
}
