package social.kring.community.scheduling;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import social.kring.community.media.Shown;
import social.kring.community.posts.Draft;
import social.kring.community.posts.Extras;
import social.kring.community.posts.PollDraft;
import social.kring.community.posts.QuotePolicy;
import social.kring.community.posts.Wording;
import social.kring.community.posts.WrittenWith;
import social.kring.protocol.activitystreams.Audience.Visibility;

/** Drafts as they are kept until their time. */
final class DraftJson {
  private DraftJson() {}

  static JsonObject of(Draft draft) {
    var wording = draft.wording();
    var json =
        new JsonObject()
            .put("text", wording.text())
            .put("spoiler", wording.spoiler())
            .put("sensitive", wording.sensitive())
            .put("visibility", draft.visibility().name())
            .put("media", media(wording.media()));
    wording.language().ifPresent(language -> json.put("language", language));
    draft.inReplyTo().ifPresent(post -> json.put("inReplyTo", post));
    draft.extras().poll().ifPresent(poll -> json.put("poll", poll(poll)));
    draft.extras().quotes().ifPresent(post -> json.put("quotes", post));
    draft.extras().quotable().ifPresent(policy -> json.put("quotable", word(policy)));
    draft.extras().writtenWith().ifPresent(app -> json.put("app", app.json()));
    return json;
  }

  static Draft from(JsonObject json, Optional<String> key) {
    return new Draft(
        new Wording(
            json.getString("text"),
            json.getString("spoiler"),
            json.getBoolean("sensitive"),
            Optional.ofNullable(json.getString("language")),
            media(json.getJsonArray("media"))),
        Visibility.valueOf(json.getString("visibility")),
        Optional.ofNullable(json.getLong("inReplyTo")),
        key,
        new Extras(
            Optional.ofNullable(json.getJsonObject("poll")).map(DraftJson::poll),
            Optional.ofNullable(json.getLong("quotes")),
            Optional.ofNullable(json.getString("quotable")).map(QuotePolicy::chosen),
            Optional.ofNullable(json.getJsonObject("app")).map(WrittenWith::from)));
  }

  private static String word(QuotePolicy policy) {
    if (policy.equals(QuotePolicy.PUBLIC)) return "public";
    return policy.equals(QuotePolicy.FOLLOWERS) ? "followers" : "nobody";
  }

  private static JsonArray media(List<Shown> media) {
    var array = new JsonArray();
    media.forEach(shown -> array.add(shown.id()));
    return array;
  }

  /** What they show was described when they were uploaded. */
  private static List<Shown> media(JsonArray array) {
    return array.stream().map(id -> Shown.asItIs(((Number) id).longValue())).toList();
  }

  private static JsonObject poll(PollDraft poll) {
    return new JsonObject()
        .put("options", new JsonArray(poll.options()))
        .put("expiresIn", poll.expiresIn().toSeconds())
        .put("multiple", poll.multiple())
        .put("hidesTotals", poll.hidesTotals());
  }

  private static PollDraft poll(JsonObject json) {
    return new PollDraft(
        json.getJsonArray("options").stream().map(String.class::cast).toList(),
        Duration.ofSeconds(json.getLong("expiresIn")),
        json.getBoolean("multiple"),
        json.getBoolean("hidesTotals"));
  }
}
