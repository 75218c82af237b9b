package social.kring.federation.actors;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import social.kring.platform.html.Sanitizer;
import social.kring.platform.storage.Ids;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Actor;
import social.kring.protocol.activitystreams.ActorLinks;
import social.kring.protocol.activitystreams.PostTags;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.url.FediUrl;

/** Makes of an actor's document what is stored of it, safe to show. */
final class ForeignActors {
  /** What is longer does not fit into an index. */
  private static final int LONGEST_ADDRESS = 2_000;

  private static final int LONGEST_NAME = 500;

  /** Controls, and what would turn the text around it over (Unicode UAX #9). */
  private static final Pattern UNSHOWN =
      Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029]");

  private final Sanitizer sanitizer;
  private final Ids ids;
  private final Clock clock;

  ForeignActors(Sanitizer sanitizer, Ids ids, Clock clock) {
    this.sanitizer = sanitizer;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @throws Problem UPSTREAM where its addresses cannot be kept
   */
  ActorRow read(Actor actor, Handle handle) {
    if (!fits(actor.uri()) || !fits(actor.links().inbox())) {
      throw Problem.upstream(actor.uri().origin().authority() + " has an actor without end");
    }
    return new ActorRow(
        ids.next(),
        actor.uri(),
        new ActorKind(ActorColumns.type(actor.type()), false),
        handle,
        addresses(actor),
        profile(actor),
        standing(actor));
  }

  /** An actor's lists lie where it lies: elsewhere they would be another's. */
  private static ActorAddresses addresses(Actor actor) {
    var links = actor.links();
    var lists = links.collections();
    return new ActorAddresses(
        links.inbox(),
        links.sharedInbox().filter(ForeignActors::fits),
        own(actor, lists.outbox()),
        own(actor, lists.followers()),
        own(actor, lists.following()),
        own(actor, lists.featured()),
        links.page().filter(ForeignActors::fits).orElse(actor.uri()));
  }

  private static Optional<FediUrl> own(Actor actor, Optional<FediUrl> list) {
    return list.filter(actor.uri()::sameOrigin).filter(ForeignActors::fits);
  }

  private ActorProfile profile(Actor actor) {
    var said = actor.profile();
    return new ActorProfile(
        plain(said.name()),
        sanitizer.bio(said.summary()),
        "",
        new ActorProfile.ActorImages(
            said.icon().map(FediUrl::text), said.image().map(FediUrl::text)),
        said.fields().stream()
            .map(
                field ->
                    new ActorProfile.Field(
                        plain(field.name()), sanitizer.bio(field.value()), "", Optional.empty()))
            .toList(),
        said.tags().emojis().stream().map(ForeignActors::emoji).distinct().toList(),
        clamped(said.published()));
  }

  private static ActorProfile.ActorEmoji emoji(PostTags.Emoji emoji) {
    return new ActorProfile.ActorEmoji(emoji.shortcode(), emoji.icon().text());
  }

  private ActorStanding standing(Actor actor) {
    var choices = actor.choices();
    return new ActorStanding(
        new ActorStanding.Choices(
            choices.manuallyApprovesFollowers(),
            choices.discoverable(),
            choices.indexable(),
            false),
        aliases(actor.links()),
        actor.links().movedTo().filter(ForeignActors::fits),
        Optional.empty(),
        Optional.empty(),
        Optional.of(clock.instant()));
  }

  private static List<String> aliases(ActorLinks links) {
    return links.alsoKnownAs().stream().distinct().toList();
  }

  private Instant clamped(Optional<Instant> claimed) {
    var now = clock.instant();
    return claimed.filter(now::isAfter).orElse(now);
  }

  private static String plain(String text) {
    var shown = UNSHOWN.matcher(text).replaceAll(" ").strip();
    return shown.codePointCount(0, shown.length()) <= LONGEST_NAME
        ? shown
        : shown.substring(0, shown.offsetByCodePoints(0, LONGEST_NAME));
  }

  private static boolean fits(FediUrl url) {
    return url.text().getBytes(StandardCharsets.UTF_8).length <= LONGEST_ADDRESS;
  }
}
