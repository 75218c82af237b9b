package social.kring.node.demo;

import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.kring.node.demo.ApiClient.Answer;
import social.kring.protocol.json.Tree;

/** Somebody at a node, and what they see and do there through the client API. */
final class Person {
  private final ApiClient api;
  private final Company company;
  private final String name;
  private final String token;
  private final Map<String, String> known = new HashMap<>();

  Person(ApiClient api, Company company, String name, String token) {
    this.api = api;
    this.company = company;
    this.name = name;
    this.token = token;
  }

  String name() {
    return name;
  }

  /** Where they are, for people to read. */
  String where() {
    return company.place().authority();
  }

  String handle() {
    return "@" + name + "@" + where();
  }

  /** Asks for what must be there. */
  Tree get(String path) {
    return ask(path).document();
  }

  List<Tree> list(String path) {
    return ask(path).list();
  }

  /** The status of an answer, for what must not be there. */
  int statusOf(String path) {
    return api.get(company.place(), token, path).status();
  }

  Tree post(String path, Tree body) {
    return required(HttpMethod.POST, path, body);
  }

  Tree post(String path) {
    return post(path, Tree.builder().build());
  }

  Tree put(String path, Tree body) {
    return required(HttpMethod.PUT, path, body);
  }

  /** Their actor's id. */
  String uri() {
    return get("/api/v1/accounts/verify_credentials").string("uri").orElseThrow();
  }

  void introduce(String displayName, String note) {
    var profile = Tree.builder().put("display_name", displayName).put("note", note).build();
    required(HttpMethod.PATCH, "/api/v1/accounts/update_credentials", profile);
  }

  /** Finds somebody by handle, wherever they are. */
  Optional<Tree> find(Person other) {
    var query = URLEncoder.encode(other.handle(), StandardCharsets.UTF_8);
    return get("/api/v2/search?type=accounts&resolve=true&q=" + query).objects("accounts").stream()
        .filter(account -> account.string("username").orElse("").equals(other.name()))
        .findFirst();
  }

  /** Their node's id of somebody else, who may be hidden from them later. */
  String idOf(Person other) {
    return known.computeIfAbsent(other.handle(), handle -> ask(other));
  }

  private String ask(Person other) {
    return find(other)
        .flatMap(account -> account.string("id"))
        .orElseThrow(() -> new Unmet("expected " + other.handle() + " to be found at " + where()));
  }

  void follow(Person other) {
    post("/api/v1/accounts/" + idOf(other) + "/follow");
  }

  Tree relationshipWith(Person other) {
    return list("/api/v1/accounts/relationships?id[]=" + idOf(other)).getFirst();
  }

  Tree write(String text, String visibility) {
    return post("/api/v1/statuses", draft(text, visibility));
  }

  Tree reply(Tree status, String text) {
    return post("/api/v1/statuses", draft(text, "public").with("in_reply_to_id", id(status)));
  }

  Tree edit(Tree status, String text) {
    var change = Tree.builder().put("status", text).build();
    return required(HttpMethod.PUT, "/api/v1/statuses/" + id(status), change);
  }

  void delete(Tree status) {
    required(HttpMethod.DELETE, "/api/v1/statuses/" + id(status), Tree.builder().build());
  }

  /** A post as it stands here now. */
  Tree again(Tree status) {
    return get("/api/v1/statuses/" + id(status));
  }

  /** A post in their home timeline, by the id that it has everywhere. */
  Optional<Tree> atHome(Tree status) {
    return home().stream().filter(one -> isSame(one, status)).findFirst();
  }

  List<Tree> home() {
    return list("/api/v1/timelines/home?limit=40");
  }

  Optional<Tree> notification(String type, Person from) {
    return list("/api/v1/notifications?limit=40").stream()
        .filter(one -> one.string("type").orElse("").equals(type))
        .filter(
            one ->
                one.tree("account")
                    .flatMap(by -> by.string("username"))
                    .orElse("")
                    .equals(from.name))
        .findFirst();
  }

  static String id(Tree document) {
    return document.string("id").orElseThrow();
  }

  static boolean isSame(Tree one, Tree other) {
    return one.string("uri").equals(other.string("uri"));
  }

  private Tree draft(String text, String visibility) {
    return Tree.builder().put("status", text).put("visibility", visibility).build();
  }

  private Answer ask(String path) {
    return checked(path, api.get(company.place(), token, path));
  }

  private Tree required(HttpMethod method, String path, Tree body) {
    return checked(path, api.send(method, company.place(), token, path, body)).document();
  }

  private Answer checked(String path, Answer answer) {
    if (answer.status() / 100 == 2) return answer;
    throw new Unmet(
        "expected %s for %s at %s to succeed, but it was answered %d: %s"
            .formatted(path, name, where(), answer.status(), answer.body()));
  }
}
