package social.kring.hostile;

import static social.kring.hostile.Lure.Attempt.encoded;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import social.kring.hostile.Lure.Attempt;
import social.kring.protocol.url.FediUrl;

/** Addresses that somebody who lives here gives to her own node, and strangers to its pages. */
final class AppLures {
  private AppLures() {}

  static List<Lure> all() {
    return Stream.of(
            searches(),
            writing(),
            Stream.of(new Lure("keyId of a signed GET", AppLures::signedGet)),
            pages())
        .flatMap(all -> all)
        .toList();
  }

  private static Stream<Lure> searches() {
    return Stream.of(
        asks(
            "an address searched for",
            a -> "/api/v2/search?resolve=true&q=" + encoded(a.address())),
        asks("a handle searched for", a -> "/api/v2/search?resolve=true&q=" + encoded(handle(a))),
        asks(
            "a handle among accounts",
            a -> "/api/v1/accounts/search?resolve=true&q=" + encoded(handle(a))),
        asks("a handle looked up", a -> "/api/v1/accounts/lookup?acct=" + encoded(handle(a))));
  }

  private static String handle(Attempt attempt) {
    return "@someone@" + attempt.authority();
  }

  private static Lure asks(String field, java.util.function.Function<Attempt, String> path) {
    return new Lure(field, attempt -> attempt.asksFor(path.apply(attempt)));
  }

  private static Stream<Lure> writing() {
    return Stream.of(
        posts("/api/v1/statuses", "status", a -> "look at " + a.address()),
        posts("/api/v1/statuses", "status", a -> "hello " + handle(a)),
        posts("/api/kring/v1/move", "target", Attempt::address),
        posts("/api/kring/v1/move", "target", AppLures::handle),
        posts("/api/v1/apps", "redirect_uris", Attempt::address),
        posts("/api/v1/apps", "website", Attempt::address),
        posts("/api/v1/domain_blocks", "domain", Attempt::authority),
        posts("/api/v1/push/subscription", "subscription[endpoint]", Attempt::address),
        new Lure(
            "an alias",
            a -> a.scene().carol().api().put("/api/kring/v1/aliases", "aliases[]", a.address())),
        new Lure(
            "a field of one's own",
            a ->
                a.scene()
                    .carol()
                    .api()
                    .patch(
                        "/api/v1/accounts/update_credentials",
                        "fields_attributes[0][name]",
                        "home",
                        "fields_attributes[0][value]",
                        a.address())));
  }

  private static Lure posts(
      String path, String name, java.util.function.Function<Attempt, String> value) {
    return new Lure(
        name + " sent to " + path, a -> a.scene().carol().api().post(path, name, value.apply(a)));
  }

  private static void signedGet(Attempt attempt) {
    var target = FediUrl.parse(attempt.scene().closed());
    var headers = new HashMap<>(attempt.mallory().signs("GET", target, new byte[0]));
    headers.computeIfPresent(
        "Signature",
        (name, value) -> value.replace(attempt.mallory().keyId().text(), attempt.address()));
    headers.put("Accept", "application/activity+json");
    attempt.fortress().asks(target, headers);
  }

  private static Stream<Lure> pages() {
    return List.of(
            "/.well-known/webfinger?resource=",
            "/.well-known/webfinger?resource=acct:x@",
            "/authorize_interaction?uri=",
            "/@")
        .stream()
        .map(
            path ->
                new Lure(
                    path,
                    a ->
                        a.fortress()
                            .asks(
                                a.fortress().at(path + encoded(a.address())), java.util.Map.of())));
  }
}
