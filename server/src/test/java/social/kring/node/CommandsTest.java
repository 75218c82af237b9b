package social.kring.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.kring.door.cli.CommandTree;
import social.kring.door.cli.OpenNode;
import social.kring.testing.OpenPremises;
import social.kring.testing.TestNode;
import social.kring.testing.TestPostgres;

/** Commands beside no running node: each opens what it needs and lets go of it. */
class CommandsTest {
  @TempDir private Path directory;

  private final Settings settings =
      TestNode.settings("node", Path.of("unused"), TestPostgres.shared().newDatabase());
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void domains_are_served_and_hosts_blocked_and_both_are_listed() {
    var own = settings.domain().authority();
    assertThat(kring("domain", "add", "Second.Example")).isZero();
    assertThat(kring("domain", "block", "spam.example", "--reason", "spam")).isZero();
    said();
    assertThat(kring("domain", "list")).isZero();
    assertThat(said())
        .contains("serves\t" + own + "\t(its own)\n")
        .contains("serves\tsecond.example\n")
        .containsPattern("blocks\tspam.example\tsince \\S+\tspam\n");
    assertThat(kring("domain", "unblock", "spam.example")).isZero();
    assertThat(kring("domain", "remove", "second.example")).isZero();
    said();
    kring("domain", "list");
    assertThat(said()).isEqualTo("serves\t" + own + "\t(its own)\n");
  }

  @Test
  void somebody_may_live_on_a_further_domain_which_then_stays() {
    kring("domain", "add", "second.example");
    assertThat(account("alice@second.example", "a@mail.example")).isZero();
    assertThat(said()).contains("https://second.example/");
    assertThat(kring("domain", "remove", "second.example")).isEqualTo(1);
    assertThat(complaint()).contains("somebody lives on second.example");
    assertThat(account("bob@third.example", "b@mail.example")).isEqualTo(1);
    assertThat(complaint()).contains("third.example is not a domain of this node");
  }

  @Test
  void a_name_is_given_once() {
    account("alice", "a@mail.example");
    assertThat(account("Alice", "b@mail.example")).isEqualTo(1);
    assertThat(complaint()).contains("is taken");
    assertThat(kring("domain", "block", "not a host")).isEqualTo(1);
    assertThat(complaint()).contains("not a host");
  }

  @Test
  void wrong_usage_ends_with_2() {
    assertThat(kring()).isEqualTo(2);
    assertThat(complaint()).contains("account");
    assertThat(kring("dance")).isEqualTo(2);
    assertThat(complaint()).contains("dance");
    assertThat(kring("account", "create", "x", "--email", "e", "--password", "p", "--role", "king"))
        .isEqualTo(2);
    assertThat(complaint()).contains("king").contains("owner");
  }

  private int account(String name, String email) {
    return kring("account", "create", name, "--email", email, "--password", "long enough 1");
  }

  private int kring(String... arguments) {
    return CommandTree.of(new OpenPremises(this::visited), List.of())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private String said() {
    var said = out.toString();
    out.getBuffer().setLength(0);
    return said;
  }

  /** Always one line. */
  private String complaint() {
    var said = err.toString();
    err.getBuffer().setLength(0);
    assertThat(said).hasLineCount(1).startsWith("kring: ");
    return said;
  }

  private OpenNode visited() {
    return Visit.on(
        new Settings(
            settings.domain(),
            settings.listening(),
            new Settings.Storage(directory, settings.storage().database(), false),
            settings.trustedProxies(),
            settings.privatePeers(),
            settings.access(),
            settings.previews(),
            settings.log(),
            settings.mail()));
  }
}
