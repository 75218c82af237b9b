package social.kring.door.accounts;

import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import social.kring.community.access.Access;
import social.kring.community.access.Account;
import social.kring.community.access.ClientAddress;
import social.kring.door.ClientAddresses;
import social.kring.door.Incoming;
import social.kring.door.PageAnswers;
import social.kring.door.api.Parameters;
import social.kring.door.oauth.FormGuard;
import social.kring.door.oauth.SessionCookie;
import social.kring.platform.storage.Database;

/** Knows who looks at a page, and that a form comes from one of ours. */
final class Visitors {
  private final Access access;
  private final Database database;
  private final ClientAddresses addresses;
  private final SessionCookie cookie = new SessionCookie();
  private final FormGuard guard;

  Visitors(Access access, Database database, ClientAddresses addresses, SecureRandom random) {
    this.access = access;
    this.database = database;
    this.addresses = addresses;
    this.guard = new FormGuard(random, cookie);
  }

  Optional<Account> signedIn(RoutingContext context) {
    return cookie
        .read(context)
        .flatMap(session -> access.browserSessions().find(database, session));
  }

  /** Sends whoever is not signed in to sign in and come back. */
  void askToSignIn(RoutingContext context) {
    PageAnswers.seeOther(context, "/oauth/sign-in");
  }

  void signOut(RoutingContext context) {
    cookie
        .read(context)
        .ifPresent(
            session ->
                database.transaction(
                    tx -> {
                      access.browserSessions().end(tx, session);
                      return null;
                    }));
  }

  ClientAddress address(RoutingContext context) {
    return new ClientAddress(addresses.of(context));
  }

  /** Hidden fields of a form. */
  Map<String, String> hidden(RoutingContext context) {
    return Map.of(FormGuard.FIELD, issue(context));
  }

  String issue(RoutingContext context) {
    return guard.issue(context);
  }

  /**
   * What was filled in on a page of ours.
   *
   * @throws social.kring.protocol.Problem FORBIDDEN where it comes from elsewhere
   */
  Parameters form(RoutingContext context) {
    var form = Parameters.of(context);
    guard.check(context, form.text(FormGuard.FIELD));
    return form;
  }

  static String node(RoutingContext context) {
    return Incoming.domain(context).authority();
  }
}
