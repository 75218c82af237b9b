package social.kring.community.access;

/** All tables of this package. */
record AccessTables(
    AccountTable accounts,
    ApplicationTable applications,
    CodeTable codes,
    TokenTable tokens,
    BrowserSessionTable browsers,
    AttemptTable attempts,
    Joining joining) {

  /** Those of whoever is not quite in yet. */
  record Joining(SignUpTable signUps, InviteTable invites, MailLinkTable links) {}

  static AccessTables create() {
    return new AccessTables(
        new AccountTable(),
        new ApplicationTable(),
        new CodeTable(),
        new TokenTable(),
        new BrowserSessionTable(),
        new AttemptTable(),
        new Joining(new SignUpTable(), new InviteTable(), new MailLinkTable()));
  }
}
