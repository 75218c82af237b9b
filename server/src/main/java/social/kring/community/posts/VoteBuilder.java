package social.kring.community.posts;

import java.util.List;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Minting;
import social.kring.platform.events.Publication;
import social.kring.platform.events.Publication.Recipients;
import social.kring.protocol.json.Tree;

/**
 * Votes in polls elsewhere: notes that are named like the choice and say nothing. Only who asked
 * gets them, and they lie nowhere.
 */
final class VoteBuilder {
  private final Envelope envelope;
  private final Minting minting;

  VoteBuilder(Envelope envelope, Minting minting) {
    this.envelope = envelope;
    this.minting = minting;
  }

  Publication vote(ActorRow voter, PostRow poll, ActorRow author, String choice) {
    var recipients = List.of(Recipients.actor(author.id()));
    var addressing = new Addressing(List.of(author.uri()), List.of(), recipients);
    var vote =
        Tree.builder()
            .put("id", minting.object(voter))
            .put("type", "Note")
            .put("name", choice)
            .put("attributedTo", voter.uri())
            .put("inReplyTo", poll.uri())
            .put("to", List.of(author.uri()))
            .build();
    return new Publication(
        voter.id(), envelope.activity("Create", voter, vote, addressing), recipients);
  }
}
