package social.kring.community.posts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.events.Publication.Recipients;
import social.kring.protocol.activitystreams.Audience;
import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.protocol.url.FediUrl;

/**
 * Whom a post is addressed to and sent to, by its visibility, in the shape by which Mastodon tells
 * the four apart. ActivityPub §6, §7.1.
 */
record Addressing(List<FediUrl> to, List<FediUrl> cc, List<Recipients> recipients) {

  static Addressing of(PostRow post, Parties parties) {
    var people = people(post, parties);
    var uris = people.stream().map(ActorRow::uri).toList();
    var followers = parties.author().addresses().followers().stream().toList();
    var everyone = List.of(Audience.PUBLIC);
    var recipients = recipients(post, parties, people);
    return switch (post.kind().visibility()) {
      case PUBLIC -> new Addressing(everyone, joined(followers, uris), recipients);
      case UNLISTED -> new Addressing(followers, joined(everyone, uris), recipients);
      case PRIVATE -> new Addressing(followers, uris, recipients);
      case DIRECT -> new Addressing(uris, List.of(), recipients);
    };
  }

  /** Who is answered hears of it, but only of what everyone may see. */
  private static List<ActorRow> people(PostRow post, Parties parties) {
    var answered = post.open() ? parties.repliedTo().stream() : Stream.<ActorRow>empty();
    return Stream.concat(parties.mentioned().stream(), answered)
        .filter(actor -> actor.id() != parties.author().id())
        .collect(LinkedHashSet<ActorRow>::new, LinkedHashSet::add, LinkedHashSet::addAll)
        .stream()
        .toList();
  }

  private static List<Recipients> recipients(PostRow post, Parties parties, List<ActorRow> people) {
    var recipients = new ArrayList<Recipients>();
    if (post.kind().visibility() != Visibility.DIRECT) {
      recipients.add(Recipients.followers(parties.author().id()));
    }
    people.stream()
        .filter(person -> !person.local())
        .forEach(person -> recipients.add(Recipients.actor(person.id())));
    return recipients;
  }

  private static List<FediUrl> joined(List<FediUrl> first, List<FediUrl> second) {
    return Stream.concat(first.stream(), second.stream()).distinct().toList();
  }
}
