package social.kring.protocol.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

class IdentityStatementTest {
  private static final FediUrl ALICE = FediUrl.parse("https://acme.example/ap/p/7f3a");
  private static final FediUrl BOB = FediUrl.parse("https://acme.example/ap/p/bob");
  private static final Tree STATEMENT =
      Vectors.read("feature-vectors.json").tree("fep_c390_proof").orElseThrow();

  @Test
  void a_key_says_whose_actor_it_is() {
    assertThat(IdentityStatement.in(actorWith(STATEMENT), ALICE))
        .extracting(statement -> statement.subject().text())
        .containsExactly("did:key:z6MkfDSCUT7VomYVwRtXTW9nRF13ksuA39tRgeQUNxCwim1J");
  }

  @Test
  void it_stands_among_other_attachments_and_counts_once() {
    var field = Tree.of(Map.of("type", "PropertyValue", "name", "a", "value", "b"));

    assertThat(IdentityStatement.in(actorWith(field, STATEMENT, STATEMENT), ALICE)).hasSize(1);
  }

  @Test
  void copied_to_another_actor_it_proves_nothing() {
    assertThat(IdentityStatement.in(actorWith(STATEMENT), BOB)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "type, Statement",
    "subject, did:key:z6MkkiapTYRNrQmw5xsDr4ZE6UQRdR7ipQrL91ectq2zFDPk",
    "subject, https://acme.example/ap/p/7f3a",
    "alsoKnownAs, https://acme.example/ap/p/bob",
    "proof, none"
  })
  void a_changed_statement_proves_nothing(String property, String value) {
    var changed = actorWith(STATEMENT.with(property, value));

    assertThat(IdentityStatement.in(changed, ALICE)).isEmpty();
    assertThat(IdentityStatement.in(changed, BOB)).isEmpty();
  }

  @Test
  void of_very_many_attachments_only_the_first_are_looked_at() {
    var fields = Collections.nCopies(50, Tree.of(Map.of("type", "PropertyValue")));

    assertThat(IdentityStatement.in(Tree.of(Map.of("attachment", fields)), ALICE)).isEmpty();
    var many = new java.util.ArrayList<Tree>(fields);
    many.add(STATEMENT);
    assertThat(IdentityStatement.in(Tree.of(Map.of("attachment", many)), ALICE)).isEmpty();
  }

  private static Tree actorWith(Tree... attachments) {
    return Tree.of(Map.of("type", "Person", "attachment", List.of(attachments)));
  }
}
