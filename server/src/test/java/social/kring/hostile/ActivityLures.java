package social.kring.hostile;

import static social.kring.hostile.Lure.thing;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import social.kring.hostile.Lure.Attempt;
import social.kring.protocol.integrity.IntegrityProof;
import social.kring.protocol.json.Tree;

/** Addresses in what is sent to an inbox, beside posts. */
final class ActivityLures {
  private static final List<String> TYPES =
      List.of(
          "Create",
          "Update",
          "Delete",
          "Undo",
          "Like",
          "Dislike",
          "EmojiReact",
          "Announce",
          "Follow",
          "Accept",
          "Reject",
          "Block",
          "Flag",
          "Add",
          "Remove",
          "Move",
          "Offer",
          "View");

  private static final List<String> OTHERS =
      List.of(
          "id",
          "actor",
          "to",
          "cc",
          "bto",
          "audience",
          "target",
          "origin",
          "result",
          "instrument",
          "context",
          "inReplyTo",
          "url",
          "proof",
          "signature",
          "replies");

  private ActivityLures() {}

  static List<Lure> all() {
    return Stream.of(bareObjects(), otherProperties(), embedded(), keys())
        .flatMap(all -> all)
        .toList();
  }

  private static Stream<Lure> bareObjects() {
    return TYPES.stream()
        .map(type -> says("object of " + type, (a, at) -> a.mallory().activity(type, at)));
  }

  private static Stream<Lure> otherProperties() {
    return OTHERS.stream().map(name -> says(name + " of Create", (a, at) -> creates(a, name, at)));
  }

  private static Tree creates(Attempt attempt, String property, Object value) {
    return attempt.mallory().creates(attempt.note()).with(property, value);
  }

  private static Stream<Lure> embedded() {
    return Stream.of(
        says("embedded object of Create", (a, at) -> creates(a, "object", note(a, at))),
        says("embedded object of Announce", (a, at) -> announces(a, note(a, at))),
        says("announced Create", (a, at) -> announces(a, wrapped(a, "Create", note(a, at)))),
        says("id of an announced Like", (a, at) -> announces(a, like(a, at, ""))),
        says("actor of an announced Like", (a, at) -> announces(a, like(a, "", at))),
        says("target of Add", (a, at) -> a.mallory().activity("Add", own(a)).with("target", at)),
        says("object of Add to featured", ActivityLures::pins),
        says("target of Move", ActivityLures::moves),
        says("undone Follow", (a, at) -> a.mallory().activity("Undo", thing("Follow", at))),
        says("accepted Follow", (a, at) -> a.mallory().activity("Accept", thing("Follow", at))));
  }

  private static String own(Attempt attempt) {
    return attempt.mallory().under("/notes/own").text();
  }

  private static Tree pins(Attempt attempt, String address) {
    var mallory = attempt.mallory();
    return mallory.activity("Add", address).with("target", mallory.under("/featured"));
  }

  private static Tree moves(Attempt attempt, String address) {
    var mallory = attempt.mallory();
    return mallory.activity("Move", mallory.uri()).with("target", address);
  }

  private static Tree note(Attempt attempt, String id) {
    return attempt.note().without("@context").with("id", id);
  }

  private static Tree announces(Attempt attempt, Object shown) {
    return attempt.mallory().activity("Announce", shown);
  }

  private static Tree wrapped(Attempt attempt, String type, Tree object) {
    return attempt.mallory().activity(type, object).without("@context");
  }

  /** Of a post of alice's, since others concern nobody. */
  private static Tree like(Attempt attempt, String id, String actor) {
    var post = attempt.scene().open();
    var like = wrapped(attempt, "Like", thing("Note", post)).with("object", post);
    if (!id.isEmpty()) return like.with("id", id).with("actor", id + "/actor");
    return like.with("id", actor + "/like").with("actor", actor);
  }

  private static Stream<Lure> keys() {
    return Stream.of(
        new Lure("keyId of a signature", a -> a.saysBy(a.address(), follow(a))),
        new Lure("keyId of a newer signature", ActivityLures::newerSignature),
        new Lure("verificationMethod of a proof", ActivityLures::proven),
        new Lure("owner of a key", a -> a.saysBy(key(a, "owner"), follow(a))),
        new Lure("controller of a key", a -> a.saysBy(key(a, "controller"), follow(a))));
  }

  private static Tree follow(Attempt attempt) {
    return attempt.mallory().activity("Follow", attempt.victim());
  }

  private static void newerSignature(Attempt attempt) {
    var body = follow(attempt).toBytes();
    var target = attempt.fortress().sharedInbox();
    var key = attempt.mallory().key();
    var headers =
        new java.util.HashMap<>(
            social.kring.protocol.signature.MessageSigner.sign(
                "POST", target, body, key, Instant.now()));
    headers.computeIfPresent(
        "Signature-Input",
        (name, value) -> value.replace(attempt.mallory().keyId().text(), attempt.address()));
    attempt.fortress().hears(headers, body);
  }

  /** What another actor is said to have done, brought by mallory. */
  private static void proven(Attempt attempt) {
    var other = attempt.newcomer();
    var create = other.creates(other.note(attempt.victim()));
    var proven =
        IntegrityProof.sign(
            create, other.proofKeyId(), other.ed25519().getPrivate(), Instant.now());
    var proof = proven.tree("proof").orElseThrow().with("verificationMethod", attempt.address());
    attempt.says(proven.with("proof", proof));
  }

  private static String key(Attempt attempt, String property) {
    var id = attempt.own("/keys/");
    attempt
        .mallory()
        .world()
        .serves(
            id,
            attempt
                .mallory()
                .publicKey(id, attempt.address())
                .without("owner")
                .with("@context", Outlaw.CONTEXT)
                .with("type", "Key")
                .with(property, attempt.address()));
    return id.text();
  }

  private static Lure says(String field, BiFunction<Attempt, String, Tree> activity) {
    return new Lure(field, attempt -> attempt.says(activity.apply(attempt, attempt.address())));
  }
}
