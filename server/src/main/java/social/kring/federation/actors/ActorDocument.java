package social.kring.federation.actors;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.kring.protocol.integrity.Multikey;
import social.kring.protocol.json.Tree;
import social.kring.protocol.json.TreeBuilder;
import social.kring.protocol.signature.PublicKeys;

/**
 * An actor of this node as peers read it, with the properties that Mastodon and GoToSocial know.
 * Nothing empty is written. ActivityPub §4.1, FEP-2c59, FEP-521a.
 */
public final class ActorDocument {

  /** A list, since Mastodon checks integrity proofs only then. */
  public static final List<Object> CONTEXT =
      List.of(
          "https://www.w3.org/ns/activitystreams",
          "https://w3id.org/security/v1",
          "https://w3id.org/security/data-integrity/v2",
          "https://w3id.org/security/multikey/v1",
          terms());

  private ActorDocument() {}

  /** Of a suspended actor only what it takes to check its signatures. */
  public static Tree of(ActorRow actor, List<StoredKey> keys) {
    var document = head(actor);
    if (actor.standing().active()) {
      profile(document, actor);
    } else {
      document.put("suspended", true);
    }
    addresses(document, actor.addresses());
    keys(document, actor, keys);
    return document.build();
  }

  /** What a deleted actor leaves. */
  public static Tree tombstone(ActorRow actor) {
    return Tree.builder()
        .put("@context", "https://www.w3.org/ns/activitystreams")
        .put("id", actor.uri())
        .put("type", "Tombstone")
        .put("formerType", actor.kind().type().text())
        .put("deleted", actor.standing().deletedAt())
        .build();
  }

  private static TreeBuilder head(ActorRow actor) {
    return Tree.builder()
        .put("@context", CONTEXT)
        .put("id", actor.uri())
        .put("type", actor.kind().type().text())
        .put("preferredUsername", actor.handle().name())
        .put("webfinger", actor.handle().acct());
  }

  private static void profile(TreeBuilder document, ActorRow actor) {
    var profile = actor.profile();
    var standing = actor.standing();
    document
        .put("name", some(profile.displayName()))
        .put("summary", some(profile.summary()))
        .put("icon", profile.images().avatar().map(ActorDocument::image))
        .put("image", profile.images().header().map(ActorDocument::image))
        .put("attachment", some(profile.fields().stream().map(ActorDocument::field).toList()))
        .put("tag", some(profile.emojis().stream().map(ActorDocument::emoji).toList()))
        .put("published", profile.published())
        .put("alsoKnownAs", some(standing.alsoKnownAs()))
        .put("movedTo", standing.movedTo())
        .put("manuallyApprovesFollowers", standing.choices().locked())
        .put("discoverable", standing.choices().discoverable())
        .put("indexable", standing.choices().indexable());
  }

  private static void addresses(TreeBuilder document, ActorAddresses addresses) {
    document
        .put("url", addresses.page())
        .put("inbox", addresses.inbox())
        .put("outbox", addresses.outbox())
        .put("followers", addresses.followers())
        .put("following", addresses.following())
        .put("featured", addresses.featured())
        .put("endpoints", addresses.sharedInbox().map(inbox -> Map.of("sharedInbox", inbox)));
  }

  /** One RSA key stands alone: some peers do not look into a list. */
  private static void keys(TreeBuilder document, ActorRow actor, List<StoredKey> keys) {
    var pems =
        keys.stream()
            .filter(key -> key.kind() == StoredKey.Kind.RSA)
            .map(key -> pem(actor, key))
            .toList();
    var multikeys =
        keys.stream()
            .filter(key -> key.kind() != StoredKey.Kind.RSA)
            .map(key -> multikey(actor, key))
            .toList();
    document
        .put("publicKey", pems.size() == 1 ? pems.getFirst() : some(pems))
        .put("assertionMethod", some(multikeys));
  }

  private static Tree pem(ActorRow actor, StoredKey key) {
    return Tree.builder()
        .put("id", key.id())
        .put("owner", actor.uri())
        .put("publicKeyPem", PublicKeys.toPem(PublicKeys.ofSpki(key.publicKey())))
        .build();
  }

  private static Tree multikey(ActorRow actor, StoredKey key) {
    return Tree.builder()
        .put("id", key.id())
        .put("type", "Multikey")
        .put("controller", actor.uri())
        .put("publicKeyMultibase", Multikey.encode(PublicKeys.ofSpki(key.publicKey())))
        .build();
  }

  private static Tree field(ActorProfile.Field field) {
    return Tree.builder()
        .put("type", "PropertyValue")
        .put("name", field.name())
        .put("value", field.value())
        .build();
  }

  private static Tree emoji(ActorProfile.ActorEmoji emoji) {
    return Tree.builder()
        .put("type", "Emoji")
        .put("name", ":" + emoji.shortcode() + ":")
        .put("icon", image(emoji.url()))
        .build();
  }

  private static Tree image(String url) {
    return Tree.builder().put("type", "Image").put("url", url).build();
  }

  private static Optional<String> some(String text) {
    return Optional.of(text).filter(each -> !each.isEmpty());
  }

  private static Optional<List<?>> some(List<?> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list);
  }

  /** Terms that no context of the list defines; Mastodon's names where it coined them. */
  private static Tree terms() {
    return Tree.builder()
        .put("toot", "http://joinmastodon.org/ns#")
        .put("schema", "http://schema.org#")
        .put("PropertyValue", "schema:PropertyValue")
        .put("value", "schema:value")
        .put("Emoji", "toot:Emoji")
        .put("manuallyApprovesFollowers", "as:manuallyApprovesFollowers")
        .put("alsoKnownAs", address("as:alsoKnownAs"))
        .put("movedTo", address("as:movedTo"))
        .put("featured", address("toot:featured"))
        .put("attributionDomains", address("toot:attributionDomains"))
        .put("discoverable", "toot:discoverable")
        .put("indexable", "toot:indexable")
        .put("suspended", "toot:suspended")
        .put("webfinger", "https://purl.archive.org/socialweb/webfinger#webfinger")
        .put(
            "assertionMethod",
            address("https://w3id.org/security#assertionMethod").with("@container", "@set"))
        .build();
  }

  private static Tree address(String term) {
    return Tree.builder().put("@id", term).put("@type", "@id").build();
  }
}
