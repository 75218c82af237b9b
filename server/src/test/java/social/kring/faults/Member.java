package social.kring.faults;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Somebody on the node, and what they do there by the client API. */
record Member(NodeProcess node, String name, String token) {
  private static final Duration SOON = Duration.ofSeconds(30);

  Line.Answer get(String path) {
    return ask("GET", path, Map.of(), new byte[0]);
  }

  Line.Answer post(String path, Tree body) {
    return ask("POST", path, Map.of(), body.toBytes());
  }

  /** A post, which a client may send again and again until it knows that it is there. */
  Line.Answer posts(String text, String key) {
    var body = Tree.of(Map.of("status", text)).toBytes();
    return ask("POST", "/api/v1/statuses", Map.of("Idempotency-Key", key), body);
  }

  Tree posts(String text) {
    return required(post("/api/v1/statuses", Tree.of(Map.of("status", text))));
  }

  Line.Answer edits(String id, String text) {
    var body = Tree.of(Map.of("status", text)).toBytes();
    return ask("PUT", "/api/v1/statuses/" + id, Map.of(), body);
  }

  Line.Answer deletes(String id) {
    return ask("DELETE", "/api/v1/statuses/" + id, Map.of(), new byte[0]);
  }

  Tree me() {
    return required(get("/api/v1/accounts/verify_credentials"));
  }

  FediUrl actor() {
    var handle = "acct:%s@%s".formatted(name, node.at("/").origin().authority());
    return required(get("/.well-known/webfinger?resource=" + handle)).objects("links").stream()
        .filter(link -> link.string("rel").equals(Optional.of("self")))
        .findFirst()
        .flatMap(link -> link.id("href"))
        .orElseThrow();
  }

  /** The id that somebody elsewhere has here. */
  String idOf(Foreigner other) {
    var query = URLEncoder.encode(other.handle(), StandardCharsets.UTF_8);
    return Patience.untilThere(
        other.handle() + " is found",
        SOON,
        () ->
            Optional.of(get("/api/v2/search?resolve=true&type=accounts&q=" + query))
                .filter(Line.Answer::isGood)
                .flatMap(found -> found.document().objects("accounts").stream().findFirst())
                .flatMap(account -> account.string("id")));
  }

  boolean follows(String account) {
    return get("/api/v1/accounts/relationships?id[]=" + account)
        .list()
        .getFirst()
        .flag("following")
        .orElse(false);
  }

  /** All posts of an account that can be seen here, as their texts. */
  List<String> textsOf(String account) {
    return statusesOf(account).stream().map(each -> each.string("content").orElse("")).toList();
  }

  List<Tree> statusesOf(String account) {
    var all = new ArrayList<Tree>();
    var from = "";
    while (true) {
      var page =
          required200(get("/api/v1/accounts/" + account + "/statuses?limit=40" + from)).list();
      all.addAll(page);
      if (page.isEmpty()) return all;
      from = "&max_id=" + page.getLast().string("id").orElseThrow();
    }
  }

  private static Line.Answer required200(Line.Answer answer) {
    if (!answer.isGood()) throw new AssertionError(answer.status() + ": " + answer.body());
    return answer;
  }

  private static Tree required(Line.Answer answer) {
    return required200(answer).document();
  }

  /** A form with one file. */
  Line.Answer uploads(String method, String path, String name, byte[] file) {
    var begin =
        """
        --limit\r
        Content-Disposition: form-data; name="%s"; filename="%s.png"\r
        Content-Type: image/png\r
        \r
        """
            .formatted(name, name);
    var body = new ByteArrayOutputStream();
    body.writeBytes(begin.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
    var type = Map.of("Content-Type", "multipart/form-data; boundary=limit");
    return ask(method, path, type, body.toByteArray());
  }

  private Line.Answer ask(String method, String path, Map<String, String> more, byte[] body) {
    var headers = new HashMap<>(more);
    headers.put("Authorization", "Bearer " + token);
    headers.put("Accept", "application/json");
    if (body.length > 0) headers.putIfAbsent("Content-Type", "application/json");
    return node.line().ask(method, node.at(path), headers, body);
  }
}
