package social.kring.community.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.events.Publication;
import social.kring.platform.events.Publication.Recipients;
import social.kring.protocol.activitystreams.Audience;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Announce and its Undo. ActivityPub §6.11, §6.10. */
final class AnnounceBuilder {
  private final Envelope envelope;

  AnnounceBuilder(Envelope envelope) {
    this.envelope = envelope;
  }

  /**
   * The actors around a boost.
   *
   * @param author of the post that is shown
   */
  record Sides(ActorRow booster, ActorRow author) {}

  FediUrl newId(ActorRow booster) {
    return envelope.newId(booster);
  }

  /** The activity as it was sent, and as the outbox shows it. */
  Tree announce(BoostRow boost, PostRow post, Sides sides) {
    var activity =
        envelope
            .activity(
                "Announce", boost.uri(), sides.booster(), post.uri(), addressing(boost, sides))
            .with("published", boost.at());
    return envelope.seal(sides.booster(), activity, boost.open());
  }

  Publication publish(BoostRow boost, PostRow post, Sides sides) {
    return new Publication(
        sides.booster().id(), announce(boost, post, sides), addressing(boost, sides).recipients());
  }

  Publication undo(BoostRow boost, PostRow post, Sides sides) {
    var addressing = addressing(boost, sides);
    var announce =
        Envelope.bare(
            "Announce", boost.uri(), sides.booster(), post.uri(), addressing.to(), addressing.cc());
    var activity = envelope.activity("Undo", sides.booster(), announce, addressing);
    return new Publication(sides.booster().id(), activity, addressing.recipients());
  }

  private static Addressing addressing(BoostRow boost, Sides sides) {
    var author = sides.author().uri();
    var followers = sides.booster().addresses().followers().stream().toList();
    var recipients = new ArrayList<>(List.of(Recipients.followers(sides.booster().id())));
    if (!sides.author().local()) recipients.add(Recipients.actor(sides.author().id()));
    return switch (boost.visibility()) {
      case PUBLIC -> new Addressing(List.of(Audience.PUBLIC), with(followers, author), recipients);
      case UNLISTED -> new Addressing(followers, List.of(Audience.PUBLIC, author), recipients);
      case PRIVATE, DIRECT -> new Addressing(followers, List.of(author), recipients);
    };
  }

  private static List<FediUrl> with(List<FediUrl> followers, FediUrl author) {
    return Stream.concat(followers.stream(), Stream.of(author)).toList();
  }
}
