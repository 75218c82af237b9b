package social.kring.door.pages;

import java.util.List;
import java.util.Optional;
import social.kring.community.PageRequest;
import social.kring.community.posts.EntryView;
import social.kring.community.posts.PostEntry;
import social.kring.community.posts.ProfileFilter;
import social.kring.community.posts.PublishedCount;
import social.kring.community.relationships.FollowCounts;
import social.kring.federation.actors.ActorProfile;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.domains.Domain;
import social.kring.platform.html.Sanitizer;
import social.kring.protocol.url.FediUrl;

/** Puts the page of a person together. */
final class Profiles {
  private static final int PAGE = 20;

  private final PageSources sources;
  private final Frames frames;
  private final Sanitizer sanitizer = new Sanitizer();

  Profiles(PageSources sources, Frames frames) {
    this.sources = sources;
    this.frames = frames;
  }

  /**
   * @param before where the page begins, by a post's id
   */
  ProfilePage page(Domain domain, ActorRow actor, boolean replies, Optional<Long> before) {
    return new ProfilePage(
        frame(domain, actor), person(domain, actor), lists(domain, actor, replies, before));
  }

  private Frame frame(Domain domain, ActorRow actor) {
    var face = new Portraits(domain, sources.links()).of(actor);
    var bio = Excerpt.of(sanitizer, actor.profile().summary());
    var card =
        new Frame.Card(
            "profile",
            face.name() + " (" + face.handle() + ")",
            bio.isEmpty() ? face.handle() + " on the fediverse" : bio,
            face.picture());
    var links =
        new Frame.Links(
            Optional.of(face.page()),
            Optional.of(actor.uri().text()),
            Optional.of(face.page() + ".atom"),
            others(actor));
    return frames.of(card, links, actor.standing().choices().discoverable());
  }

  private static List<String> others(ActorRow actor) {
    return actor.profile().fields().stream()
        .filter(field -> field.verifiedAt().isPresent())
        .flatMap(field -> link(field).stream())
        .map(FediUrl::text)
        .toList();
  }

  private Person person(Domain domain, ActorRow actor) {
    var portraits = new Portraits(domain, sources.links());
    return new Person(
        portraits.of(actor),
        actor.profile().images().header().flatMap(portraits::shown),
        new Person.Words(
            actor.profile().summary(),
            actor.profile().fields().stream().map(Profiles::line).toList()),
        numbers(actor),
        new Moment(actor.profile().published()),
        actor.standing().movedTo().map(FediUrl::text),
        "/app/@" + actor.handle().name());
  }

  private static Person.Line line(ActorProfile.Field field) {
    var link = link(field);
    return new Person.Line(
        field.name(),
        field.value(),
        link.map(FediUrl::text),
        link.map(url -> url.text().replaceFirst("^https?://", "").replaceFirst("/$", ""))
            .orElse(""),
        field.verifiedAt().isPresent());
  }

  private static Optional<FediUrl> link(ActorProfile.Field field) {
    return FediUrl.tryParse(field.source().strip());
  }

  private List<Figure> numbers(ActorRow actor) {
    var database = sources.database();
    var ids = List.of(actor.id());
    var posts =
        sources
            .posts()
            .profiles()
            .counts(database, ids)
            .getOrDefault(actor.id(), PublishedCount.NONE);
    var follows =
        sources.relationships().counts(database, ids).getOrDefault(actor.id(), FollowCounts.NONE);
    return List.of(
        Figure.of(posts.posts(), "post", "posts"),
        Figure.of(follows.following(), "following", "following"),
        Figure.of(follows.followers(), "follower", "followers"));
  }

  private ProfilePage.Lists lists(
      Domain domain, ActorRow actor, boolean replies, Optional<Long> before) {
    var cards = new PostCards(domain, sources.links());
    var request = PageRequest.olderThan(before.orElse(Long.MAX_VALUE), PAGE + 1);
    var filter = new ProfileFilter(replies, true, false, Optional.empty());
    var found =
        sources
            .posts()
            .profiles()
            .page(sources.database(), PageSources.EVERYONE, actor.id(), filter, request);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var address = actor.addresses().page().text() + (replies ? "/with_replies" : "");
    return new ProfilePage.Lists(
        replies,
        before.isPresent() ? List.of() : cards.of(pinned(actor)),
        cards.of(read(shown)),
        before.map(id -> address),
        Optional.of(address)
            .filter(path -> found.size() > PAGE)
            .map(path -> path + "?before=" + shown.getLast().id()));
  }

  private List<EntryView> pinned(ActorRow actor) {
    return read(
        sources.posts().profiles().pinned(sources.database(), PageSources.EVERYONE, actor.id()));
  }

  private List<EntryView> read(List<PostEntry> entries) {
    return sources.posts().posts().read(sources.database(), entries);
  }
}
