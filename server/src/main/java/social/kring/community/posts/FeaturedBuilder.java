package social.kring.community.posts;

import java.util.List;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.events.Publication;
import social.kring.platform.events.Publication.Recipients;
import social.kring.protocol.activitystreams.Audience;

/** Add to and Remove from the featured posts of a profile. ActivityPub §6.6, §6.7. */
final class FeaturedBuilder {
  private final Envelope envelope;

  FeaturedBuilder(Envelope envelope) {
    this.envelope = envelope;
  }

  Publication add(ActorRow author, PostRow post) {
    return change("Add", author, post);
  }

  Publication remove(ActorRow author, PostRow post) {
    return change("Remove", author, post);
  }

  private Publication change(String type, ActorRow author, PostRow post) {
    var recipients = List.of(Recipients.followers(author.id()));
    var addressing =
        new Addressing(
            List.of(Audience.PUBLIC), author.addresses().followers().stream().toList(), recipients);
    var activity =
        envelope
            .activity(type, author, post.uri(), addressing)
            .with("target", author.addresses().featured());
    return new Publication(author.id(), activity, recipients);
  }
}
