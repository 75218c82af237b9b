package social.kring.federation.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.kring.community.posts.PostRow;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.Harbour;
import social.kring.testing.Neighbour;
import social.kring.testing.Peer;
import social.kring.testing.PeerActor;
import social.kring.testing.PeerDocument;

/** What other software does in its own way works out as its people meant it. */
@Timeout(60)
class PeerSoftwareTest {
  private final Harbour harbour = new Harbour();
  private final Peer peer = new Peer("peer");
  private final PeerActor bob = peer.actor("bob");
  private final FediUrl article = peer.at("/api/posts/k3x9q");
  private Neighbour alice;

  @BeforeEach
  void settle() {
    alice = harbour.square().person("alice");
    harbour.square().follow(alice.actor(), harbour.elsewhere().actors().find(bob.uri()));
  }

  @AfterEach
  void close() {
    peer.close();
    harbour.close();
  }

  /** Its activities all have the id of the post: each of them counts all the same. */
  @Test
  void a_post_of_writefreely_is_edited_and_deleted() {
    receives("writefreely/create-article");
    assertThat(shown()).contains("The stone is slower");

    receives("writefreely/update-article");
    assertThat(shown()).contains("Steel after all");

    receives("writefreely/delete-article");
    assertThat(shown()).isEqualTo("nothing");
    assertThat(harbour.outcomes()).containsExactly("Create done", "Update done", "Delete done");
  }

  @Test
  void the_very_same_request_again_is_the_same_all_the_same() {
    receives("writefreely/create-article");

    harbour.receives(bob, written("writefreely/create-article"));

    assertThat(harbour.outcomes()).containsExactly("Create done");
  }

  private void receives(String name) {
    harbour.wait(Duration.ofMinutes(1));
    assertThat(harbour.receives(bob, written(name)).status()).isEqualTo(202);
    harbour.drain();
  }

  private Tree written(String name) {
    return PeerDocument.of(name)
        .with("https://writefreely.example/api/collections/notes-from-a-mill", bob.uri())
        .with("https://writefreely.example", peer.at(""))
        .sent();
  }

  private String shown() {
    return harbour
        .square()
        .post(article)
        .map(PostRow::body)
        .map(body -> body.text().html())
        .orElse("nothing");
  }
}
