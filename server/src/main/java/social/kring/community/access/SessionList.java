package social.kring.community.access;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.access.BrowserSessionTable.SessionRow;
import social.kring.community.access.SessionEntry.Kind;
import social.kring.community.access.TokenTable.TokenRow;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** All that is signed in as one person, operators' tokens included. */
public final class SessionList {
  private static final int MOST = 200;

  private final TokenTable tokens;
  private final BrowserSessionTable browsers;
  private final ApplicationTable applications;
  private final Tokens revoking;

  SessionList(
      TokenTable tokens,
      BrowserSessionTable browsers,
      ApplicationTable applications,
      Tokens revoking) {
    this.revoking = revoking;
    this.tokens = tokens;
    this.browsers = browsers;
    this.applications = applications;
  }

  /**
   * Ends one of a person's own sessions, whoever began it.
   *
   * @throws social.kring.protocol.Problem NOT_FOUND if she has no such session
   */
  public void end(Transaction tx, long session, long actor) {
    if (!browsers.delete(tx, session, actor)) revoking.revoke(tx, session, actor);
  }

  /** Ends all of a person's sessions, in apps and browsers. */
  void endAll(Transaction tx, long actor) {
    browsers.deleteOfActor(tx, actor);
    revoking.revokeAllOf(tx, actor);
  }

  /** Newest first. */
  public List<SessionEntry> of(Queries queries, long actor) {
    var held = tokens.ofActor(queries, actor, MOST);
    var named = applicationsOf(queries, held);
    return Stream.concat(
            held.stream().map(token -> entry(token, named)),
            browsers.ofActor(queries, actor, MOST).stream().map(SessionList::entry))
        .sorted(Comparator.comparing(SessionEntry::createdAt).reversed())
        .toList();
  }

  private Map<Long, Application> applicationsOf(Queries queries, List<TokenRow> held) {
    var ids = held.stream().flatMap(token -> token.application().stream()).distinct().toList();
    return applications.byIds(queries, ids).stream()
        .collect(Collectors.toUnmodifiableMap(Application::id, Function.identity()));
  }

  private static SessionEntry entry(TokenRow token, Map<Long, Application> named) {
    var operator = token.madeBy();
    var name = token.application().map(named::get).map(Application::name);
    return new SessionEntry(
        token.id(),
        operator.isPresent() ? Kind.OPERATOR : Kind.APPLICATION,
        operator
            .map(by -> "made by operator " + by + " at " + token.createdAt())
            .or(() -> name)
            .orElse(""),
        Optional.of(token.scopes()),
        operator,
        token.createdAt(),
        token.usedAt());
  }

  private static SessionEntry entry(SessionRow session) {
    return new SessionEntry(
        session.id(),
        Kind.BROWSER,
        session.userAgent(),
        Optional.empty(),
        Optional.empty(),
        session.createdAt(),
        Optional.of(session.usedAt()));
  }
}
