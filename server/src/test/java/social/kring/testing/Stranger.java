package social.kring.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.kring.community.posts.PostRow;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.receiving.Outcome;
import social.kring.protocol.activitystreams.Audience;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Somebody elsewhere, and what arrives from there. */
public record Stranger(Square square, ActorRow actor) {

  public long id() {
    return actor.id();
  }

  public FediUrl address(String path) {
    return FediUrl.parse(actor.uri().text() + path);
  }

  public FediUrl followers() {
    return actor.addresses().followers().orElseThrow();
  }

  /** A public note that lies under the author's address. */
  public Tree note(String name, String content) {
    return Tree.builder()
        .put("id", address("/notes/" + name))
        .put("type", "Note")
        .put("attributedTo", actor.uri())
        .put("content", content)
        .put("published", square.town().clock().instant())
        .put("to", Audience.PUBLIC)
        .put("cc", followers())
        .build();
  }

  public Tree reply(String name, PostRow to, ActorRow author) {
    return note(name, "<p>an answer</p>")
        .with("inReplyTo", to.uri())
        .with("to", List.of(Audience.PUBLIC, author.uri()))
        .with("tag", mention(author));
  }

  public static Tree mention(ActorRow actor) {
    return Tree.of(
        Map.of("type", "Mention", "href", actor.uri(), "name", actor.handle().toString()));
  }

  public Tree activity(String type, Object object) {
    return Tree.builder()
        .put(
            "id",
            address(
                "/" + type.toLowerCase(java.util.Locale.ROOT) + "/" + Math.abs(object.hashCode())))
        .put("type", type)
        .put("actor", actor.uri())
        .put("to", Audience.PUBLIC)
        .put("object", object)
        .build();
  }

  public Outcome sends(Tree activity) {
    return square.receives(actor, Optional.empty(), activity);
  }

  public Outcome sends(String type, Object object) {
    return sends(activity(type, object));
  }

  public Outcome creates(Tree note) {
    return sends(
        activity("Create", note).with("to", note.strings("to")).with("cc", note.strings("cc")));
  }

  /** The post as it is stored here, whoever may see it. */
  public Optional<PostRow> post(Tree note) {
    return square.post(note.id("id").orElseThrow());
  }
}
